using System.Text.Json;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Deploying;

public sealed class RecoverProcedureTests : IDisposable
{
    private readonly FakeEnvironment environment = new();

    public void Dispose() => environment.Dispose();

    [Fact]
    public async Task A_rollout_that_was_cut_short_is_undone_and_told()
    {
        await InterruptedAsync(() => environment.Rollouts = _ =>
        {
            environment.Running = ["sha256:one", "sha256:two"];
            throw new DeploymentException("The engine does not answer.");
        });

        var result = await RecoverAsync();

        result.ExitCode.ShouldBe(0, environment.Console.Text);
        environment.Running.ShouldBe(["sha256:one", "sha256:one"]);
        environment.Parts.Book.Current().ShouldBeNull();
        environment.Console.Text.ShouldContain("1 x sha256:two (not in the history)");
        environment.Console.Text.ShouldContain($"Schema now: {FakeEnvironment.Second}");
        RunVerifier.Read(result.Run).Step("Recover")!.Observations["recovered-to"].ShouldBe("v1.0.0");
    }

    [Fact]
    public async Task A_release_that_still_serves_is_asked_for_again_because_a_rollout_goes_on_without_its_run()
    {
        await InterruptedAsync(() => environment.Jobs["up"] = () => throw new DeploymentException("The engine does not answer."));

        (await RecoverAsync()).ExitCode.ShouldBe(0, environment.Console.Text);

        environment.Done.ShouldBe(["rollout v1.0.0"]);
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task What_an_interrupted_restore_has_made_is_removed_and_said()
    {
        await InterruptedAsync(() => environment.Jobs["up"] = () => throw new DeploymentException("The engine does not answer."));
        environment.UnfinishedRestores.Add("qgp_restored_20261123140501000");

        (await RecoverAsync()).ExitCode.ShouldBe(0, environment.Console.Text);

        environment.UnfinishedRestores.ShouldBeEmpty();
        environment.Console.Text.ShouldContain("Removed the database qgp_restored_20261123140501000, which an interrupted restore had made.");
    }

    [Fact]
    public async Task A_schema_that_the_last_release_cannot_serve_on_keeps_the_lease()
    {
        await InterruptedAsync(() => environment.Jobs["up"] = () => throw new DeploymentException("The engine does not answer."));
        environment.CompatibleFrom = FakeEnvironment.Second;
        environment.Apply(FakeEnvironment.Second);

        var result = await RecoverAsync();

        result.Failed!.Reason!.ShouldContain("cannot serve on the schema 20260201000000_Second");
        environment.Done.ShouldBeEmpty();
        environment.Parts.Book.Current()!.Recovers.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_migration_that_was_taken_back_before_the_run_was_killed_leaves_the_release_before_it()
    {
        await environment.DeployAsync("v1.0.0");
        await environment.DeployAsync("v1.1.0");
        environment.Apply(FakeEnvironment.First);
        environment.Running = [];
        await LeaveAsync();

        var result = await RecoverAsync();

        result.ExitCode.ShouldBe(0, environment.Console.Text);
        environment.Running.ShouldBe(["sha256:one", "sha256:one"]);
        environment.Console.Text.ShouldContain("v1.1.0 (head 20260201000000_Second) cannot serve on that schema any more; v1.0.0, which served before it, can.");
        environment.Parts.History.Last!.Release.Tag.ShouldBe("v1.0.0");
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task What_a_killed_run_still_does_is_ended_before_anything_is_looked_at()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Orphans.Add("job of yesterday");
        await LeaveAsync();

        (await RecoverAsync()).ExitCode.ShouldBe(0, environment.Console.Text);

        environment.Orphans.ShouldBeEmpty();
        environment.Console.Text.ShouldContain("Ended job of yesterday, whose owner is gone");
    }

    [Fact]
    public async Task An_owner_at_work_is_left_alone()
    {
        await environment.Parts.Book.TakeAsync(environment.Parts.Book.New("Deploy", "other", null), wait: null, _ => { });

        (await RecoverAsync()).Failed!.Name.ShouldBe("TakeOver");
        environment.Parts.Book.Current()!.Run.ShouldBe("other");
    }

    [Fact]
    public async Task Without_anything_left_there_is_nothing_to_recover() =>
        (await RecoverAsync()).Failed!.Reason!.ShouldContain("there is nothing to recover");

    [Fact]
    public async Task What_never_was_seen_to_serve_is_removed_also_when_nobody_left_it()
    {
        environment.Running = ["sha256:stranger", "sha256:stranger"];

        (await RecoverAsync()).Verdict.Judgement.ShouldBe(Judgement.Passed);
        environment.Done.ShouldBe(["remove"]);
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task A_stranger_in_the_place_of_the_last_release_is_replaced_by_it()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Running = ["sha256:stranger"];
        environment.Done.Clear();

        (await RecoverAsync()).Verdict.Judgement.ShouldBe(Judgement.Passed);
        environment.Done.ShouldBe(["rollout v1.0.0"]);
    }

    private Task<ProcedureResult> RecoverAsync() =>
        environment.RunAsync(session => RecoverProcedure.RunAsync(session, environment.Parts, new DeploymentRequest("RecoverEnvironment", Tag: null, "a test", Wait: null, DryRun: false)));

    /// <summary>A lease whose process is gone.</summary>
    private async Task LeaveAsync()
    {
        var book = environment.Parts.Book;
        await book.TakeAsync(book.New("RollbackMigration", "20261123-140501-ab12", null) with { Process = (OwnerMark.Current with { Started = "1" }).ToString() }, wait: null, _ => { });
        environment.Done.Clear();
    }

    /// <summary>A deployment whose process is gone, in the middle of what breaks.</summary>
    private async Task InterruptedAsync(Action breaks)
    {
        await environment.DeployAsync("v1.0.0");
        breaks();
        await environment.DeployAsync("v1.1.0");
        var left = environment.Parts.Book.Current().ShouldNotBeNull() with { Process = (OwnerMark.Current with { Started = "1" }).ToString() };
        environment.Parts.State.Write("lease.json", JsonSerializer.Serialize(left, LeaseBook.Json));
        environment.Rollouts = null;
        environment.Jobs.Clear();
        environment.Done.Clear();
    }
}
