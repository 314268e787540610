using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

public sealed class RehearsalSessionTests : IDisposable
{
    private readonly RehearsalFixture rehearsal = new();

    public void Dispose() => rehearsal.Dispose();

    [Fact]
    public async Task All_eight_steps_observed_end_with_exit_code_0_and_nothing_left()
    {
        var result = await rehearsal.Session.RunAllAsync();

        result.Verdict.Reasons.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        var record = RehearsalFixture.RecordOf(result);
        record.Problems.ShouldBeEmpty();
        record.Receipts.Select(receipt => receipt.Name).ShouldBe(["Rehearsal", .. Enum.GetNames<RehearsalStep>(), "Teardown", "RunFinished"]);
        record.Steps.ShouldAllBe(step => step.Outcome == Outcome.Passed);
        rehearsal.Stack.Calls[^2..].ShouldBe(["TearDown", "Dispose"]);
        result.Reports.ShouldAllBe(path => File.Exists(path));
        rehearsal.Console.Text.ShouldContain("[8/8] VerifyDatabase ...");
    }

    [Fact]
    public async Task The_inputs_of_the_run_are_on_record()
    {
        var start = RehearsalFixture.RecordOf(await rehearsal.Session.RunAllAsync()).Start!;

        start.Inputs["commit"].ShouldBe("abc");
        start.Inputs["dirty"].ShouldBe("yes");
        start.Inputs["build"].ShouldBe("clean");
    }

    [Theory]
    [InlineData("RemoveLeftovers", RehearsalStep.CleanRehearsal)]
    [InlineData("Build", RehearsalStep.BuildImage)]
    [InlineData("StartDatabase", RehearsalStep.StartPostgres)]
    [InlineData("Migrations up", RehearsalStep.ApplyMigrations)]
    [InlineData("StartApplication", RehearsalStep.StartApplication)]
    [InlineData("VerifyServing", RehearsalStep.VerifyHealth)]
    [InlineData("RestartApplication", RehearsalStep.VerifyDatabase)]
    public async Task The_first_failure_stops_the_run_and_the_teardown_is_done(string call, RehearsalStep step)
    {
        rehearsal.Stack.On = (name, _) =>
        {
            if (name == call)
                throw new StepFailedException("This does not work.");
        };

        var result = await rehearsal.Session.RunAllAsync();

        result.ExitCode.ShouldBe(1);
        var record = RehearsalFixture.RecordOf(result);
        record.Steps.Where(receipt => receipt.Outcome == Outcome.Failed).Select(receipt => receipt.Name).ShouldBe([step.ToString()]);
        record.Steps.Where(receipt => receipt.Index > (int)step + 1).ShouldAllBe(receipt => receipt.Outcome == Outcome.NotRun && receipt.Reason == $"Rehearsal stopped at {step}.");
        rehearsal.Stack.Calls.ShouldContain("TearDown");
        rehearsal.Console.Text.ShouldContain("    | the last words of the container");
    }

    [Fact]
    public async Task An_interruption_fails_the_step_and_the_teardown_is_done_without_it()
    {
        using var interrupt = new CancellationTokenSource();
        var teardownWasInterrupted = true;
        rehearsal.Stack.On = (name, cancellation) =>
        {
            if (name == "StartDatabase")
            {
                interrupt.Cancel();
                cancellation.ThrowIfCancellationRequested();
            }

            if (name == "TearDown")
                teardownWasInterrupted = cancellation.IsCancellationRequested;
        };

        var result = await rehearsal.Session.RunAllAsync(interrupt.Token);

        result.ExitCode.ShouldBe(1);
        RehearsalFixture.RecordOf(result).Step("StartPostgres")!.Reason.ShouldBe("It was interrupted.");
        teardownWasInterrupted.ShouldBeFalse();
    }

    [Fact]
    public async Task Every_prefix_of_the_steps_can_be_finished_and_is_incomplete()
    {
        await rehearsal.Session.RunStepAsync(RehearsalStep.CheckPrerequisites);
        await rehearsal.Session.RunStepAsync(RehearsalStep.CleanRehearsal);

        var result = await rehearsal.Session.FinishAsync();

        result.ExitCode.ShouldBe(3);
        RehearsalFixture.RecordOf(result).Step("BuildImage")!.Reason.ShouldBe("It was not asked for.");
    }

    [Fact]
    public async Task A_rehearsal_that_ran_nothing_is_incomplete() => (await rehearsal.Session.FinishAsync()).ExitCode.ShouldBe(3);

    [Fact]
    public async Task A_second_finish_changes_nothing()
    {
        var first = await rehearsal.Session.FinishAsync();

        (await rehearsal.Session.FinishAsync()).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task No_step_runs_before_those_it_stands_on()
    {
        var error = await Should.ThrowAsync<RehearsalStoppedException>(() => rehearsal.Session.RunStepAsync(RehearsalStep.StartApplication));

        error.Message.ShouldBe("StartApplication: it needs CheckPrerequisites, which has not been shown.");
        rehearsal.Stack.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_migration_is_never_followed_by_an_application()
    {
        rehearsal.Stack.Results["up"] = FakeStack.Result("", 1, "relation exists");
        await rehearsal.Session.RunAllAsync();

        rehearsal.Stack.Calls.ShouldNotContain("StartApplication");
    }

    [Fact]
    public async Task What_is_left_after_the_teardown_fails_the_run_by_name()
    {
        rehearsal.Stack.Remains.Add("volume qgp_data");

        var result = await rehearsal.Session.RunAllAsync();

        result.ExitCode.ShouldBe(1);
        rehearsal.Console.Text.ShouldContain("    | volume qgp_data");
    }

    [Fact]
    public async Task A_kept_stack_is_not_torn_down_and_says_how_to_use_it()
    {
        using var kept = new RehearsalFixture(keep: true);

        var result = await kept.Session.RunAllAsync();

        result.ExitCode.ShouldBe(0);
        kept.Stack.Calls.ShouldNotContain("TearDown");
        kept.Console.Text.ShouldContain("use it like this");
    }

    [Fact]
    public async Task Secrets_are_in_nothing_that_the_run_leaves_or_says()
    {
        rehearsal.Stack.Results["up"] = FakeStack.Result("", 1, "login failed with SENTINEL-7d1f");
        rehearsal.Mask.Register("SENTINEL-7d1f");

        var result = await rehearsal.Session.RunAllAsync();

        rehearsal.Console.Text.ShouldContain("login failed with ***");
        foreach (var file in Directory.EnumerateFiles(result.Run.Folder, "*", SearchOption.AllDirectories))
            File.ReadAllText(file).ShouldNotContain("SENTINEL-7d1f");
    }
}
