using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Rehearsal;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Procedures;

public sealed class ProcedureSessionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();
    private readonly SecretMask mask = new();
    private readonly List<string> done = [];
    private readonly ProcedureSession session;

    public ProcedureSessionTests() => session = new ProcedureSession(
        new ProcedureOptions("Move", folder.Path, Path.Combine(folder.Path, "runs"), "./build.sh Move --again"),
        console,
        new FakeRunner(("git -C", FakeStack.Result("abc\n")), ("tool", FakeStack.Result("it says s3ntinel\n"))),
        mask,
        new ManualTime());

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_step_observed_ends_with_exit_code_0()
    {
        await session.BeginAsync(["Pack", "Carry"], new Dictionary<string, string> { ["to"] = "there" });

        var result = await session.RunAsync([Step("Pack"), Step("Carry")], undo: Step("Undo"), teardown: Step("Sweep"));

        result.ExitCode.ShouldBe(0);
        result.Failed.ShouldBeNull();
        result.RequireNoFailure().ShouldBe(result);
        done.ShouldBe(["Pack", "Carry", "Sweep"]);
        var record = RunVerifier.Read(result.Run);
        record.Problems.ShouldBeEmpty();
        record.Start!.Inputs["to"].ShouldBe("there");
        record.Start.Inputs["commit"].ShouldBe("abc");
        record.Steps.Select(step => step.Index).ShouldBe([1, 2]);
        result.Reports.ShouldAllBe(path => File.Exists(path));
    }

    [Fact]
    public async Task The_first_failure_stops_it_is_undone_and_names_the_way_on()
    {
        await session.BeginAsync(["Pack", "Carry", "Unpack"], new Dictionary<string, string>());

        var result = await session.RunAsync([Step("Pack"), Failing("Carry"), Step("Unpack")], undo: Step("Undo"), teardown: Step("Sweep"));

        result.ExitCode.ShouldBe(1);
        result.Failed!.Name.ShouldBe("Carry");
        Should.Throw<ProcedureFailedException>(() => result.RequireNoFailure()).Message.ShouldBe("Carry: It is too heavy.");
        done.ShouldBe(["Pack", "Undo", "Sweep"]);
        var unpack = RunVerifier.Read(result.Run).Step("Unpack")!;
        unpack.Outcome.ShouldBe(Outcome.NotRun);
        unpack.Reason.ShouldBe("Move stopped at Carry.");
        console.Text.ShouldContain("Next: ./build.sh Move --again");
    }

    [Fact]
    public async Task Steps_that_do_not_build_on_each_other_are_all_run()
    {
        await session.BeginAsync(["Pack", "Carry", "Unpack"], new Dictionary<string, string>());

        var result = await session.RunAsync([Failing("Pack"), Step("Carry"), Failing("Unpack")], independent: true);

        result.ExitCode.ShouldBe(1);
        done.ShouldBe(["Carry"]);
        RunVerifier.Read(result.Run).Steps.Select(step => step.Outcome).ShouldBe([Outcome.Failed, Outcome.Passed, Outcome.Failed]);
    }

    [Fact]
    public async Task A_step_that_knows_the_way_on_has_the_last_word()
    {
        await session.BeginAsync(["Carry"], new Dictionary<string, string>());

        var result = await session.RunAsync([new TestStep((_, _) => throw new StepFailedException("It is too heavy.", nextCommand: "./build.sh Lighten"), "Carry")]);

        RunVerifier.Read(result.Run).Step("Carry")!.NextCommand.ShouldBe("./build.sh Lighten");
        console.Lines.Last(line => line.Contains("Next: ", StringComparison.Ordinal)).ShouldContain("./build.sh Lighten");
        console.Text.ShouldNotContain("Move --again");
    }

    [Fact]
    public async Task An_undo_that_fails_is_on_record()
    {
        await session.BeginAsync(["Carry"], new Dictionary<string, string>());

        var result = await session.RunAsync([Failing("Carry")], undo: Failing("Undo"));

        RunVerifier.Read(result.Run).Receipts.ShouldContain(receipt => receipt.Kind == ReceiptKind.Teardown && receipt.Name == "Undo" && receipt.Outcome == Outcome.Failed);
    }

    [Fact]
    public async Task A_disk_that_is_full_fails_the_step_that_leaves_no_receipt_and_everything_is_undone_and_said()
    {
        session.LedgerOf = (run, text) => new Ledger(run, text, new FullFile(run.LedgerPath, lines: 2));
        var run = await session.BeginAsync(["Pack", "Carry", "Unpack"], new Dictionary<string, string>());

        var failure = await Should.ThrowAsync<DeploymentException>(() => session.RunAsync([Step("Pack"), Step("Carry"), Step("Unpack")], undo: Step("Undo"), teardown: Step("Sweep")));

        failure.Message.ShouldContain("failed at Carry, and its receipts could not be written: No space left on device");
        failure.NextCommand.ShouldStartWith("df -h ");
        done.ShouldBe(["Pack", "Carry", "Undo", "Sweep"]);
        console.Text.ShouldContain("[2/3] Carry failed");
        console.Text.ShouldContain("Its receipt could not be written: No space left on device");
        var record = RunVerifier.Read(run);
        record.Problems.ShouldBeEmpty();
        record.IsFinished.ShouldBeFalse();
        record.Step("Carry").ShouldBeNull();
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_fails_its_step_and_not_what_cleans_up()
    {
        var run = await session.BeginAsync(["Pack", "Carry"], new Dictionary<string, string>());
        File.CreateSymbolicLink(Path.Combine(run.LogFolder, "1-Pack.log"), "/there-is-no-such-folder/log");

        var result = await session.RunAsync([new TestStep((context, _) => { context.Log("Something."); return Task.CompletedTask; }, "Pack"), Step("Carry")], undo: Step("Undo"));

        result.ExitCode.ShouldBe(1);
        result.Failed!.Reason!.ShouldContain("could not be written: Could not find");
        RunVerifier.Read(run).Step("Pack")!.Log.ShouldBeNull();
        done.ShouldBe(["Undo"]);
    }

    [Fact]
    public async Task An_interruption_is_a_failure_that_is_undone()
    {
        using var interrupted = new CancellationTokenSource();
        await session.BeginAsync(["Pack", "Carry"], new Dictionary<string, string>(), CancellationToken.None);
        var pack = new TestStep(async (_, token) => { await interrupted.CancelAsync(); token.ThrowIfCancellationRequested(); }, "Pack");

        var result = await session.RunAsync([pack, Step("Carry")], undo: Step("Undo"), cancellation: interrupted.Token);

        result.ExitCode.ShouldBe(1);
        result.Failed!.Reason.ShouldBe("It was interrupted.");
        done.ShouldBe(["Undo"]);
    }

    [Fact]
    public async Task Other_steps_than_the_announced_are_refused()
    {
        await session.BeginAsync(["Pack", "Carry"], new Dictionary<string, string>());

        (await Should.ThrowAsync<ArgumentException>(() => session.RunAsync([Step("Carry")]))).Message.ShouldContain("announced Pack, Carry");
        done.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_step_runs_stands_in_its_log_without_secrets()
    {
        mask.Register("s3ntinel");
        await session.BeginAsync(["Pack"], new Dictionary<string, string>());
        var pack = new TestStep((_, token) => session.Runner.RunAsync(Command.Of("tool", "--fast"), cancellation: token), "Pack");

        var result = await session.RunAsync([pack]);

        var log = File.ReadAllText(Path.Combine(result.Run.Folder, RunVerifier.Read(result.Run).Step("Pack")!.Log!.File));
        log.ShouldContain("$ tool --fast");
        log.ShouldContain("exit code 0");
        log.ShouldNotContain("s3ntinel");
    }

    private TestStep Step(string name) => new(
        (_, _) =>
        {
            done.Add(name);
            return Task.CompletedTask;
        },
        name);

    private static TestStep Failing(string name) => new((_, _) => throw new StepFailedException("It is too heavy."), name);
}
