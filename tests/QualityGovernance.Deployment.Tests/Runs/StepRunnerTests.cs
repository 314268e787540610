using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Runs;

public sealed class StepRunnerTests : IDisposable
{
    private readonly RecordedRun recorded = new();
    private readonly RecordingConsole console = new();

    public void Dispose() => recorded.Dispose();

    [Fact]
    public async Task A_step_that_returns_leaves_its_observations()
    {
        var receipt = await RunAsync((context, _) =>
        {
            recorded.Time.Advance(TimeSpan.FromSeconds(1.5));
            context.Observe("answer", 42);
            context.Input("digest", "sha256:1");
            return Task.CompletedTask;
        });

        receipt.Outcome.ShouldBe(Outcome.Passed);
        receipt.Observations["answer"].ShouldBe("42");
        receipt.Inputs["digest"].ShouldBe("sha256:1");
        console.Lines.ShouldBe(["[3/8] Work ...", "[3/8] Work passed (1.5 s)"]);
    }

    [Fact]
    public async Task A_failed_step_tells_cause_scene_evidence_and_next_command()
    {
        var receipt = await RunAsync(
            (context, _) =>
            {
                context.Observe("exit-code", 7);
                throw new StepFailedException("The program exited with 7.", ["line of the program"], "./build.sh Again");
            },
            scene: _ => Task.FromResult<IReadOnlyList<string>>(["last line of the container"]));

        receipt.Outcome.ShouldBe(Outcome.Failed);
        receipt.Reason.ShouldBe("The program exited with 7.");
        receipt.Observations["exit-code"].ShouldBe("7");
        console.Lines.ShouldBe(
        [
            "[3/8] Work ...",
            "[3/8] Work failed (0.0 s)",
            "  Cause: The program exited with 7.",
            "    | line of the program",
            "    | last line of the container",
            $"  Evidence: {Path.Combine(recorded.Run.LogFolder, "3-Work.log")}",
            "  Next: ./build.sh Again",
        ]);
        File.ReadAllText(Path.Combine(recorded.Run.LogFolder, "3-Work.log")).ShouldContain("| last line of the container");
    }

    [Fact]
    public async Task An_unexpected_exception_fails_the_step_and_its_trace_is_in_the_log()
    {
        var receipt = await RunAsync((_, _) => throw new InvalidOperationException("nobody thought of this"));

        receipt.Outcome.ShouldBe(Outcome.Failed);
        receipt.Reason.ShouldBe("InvalidOperationException: nobody thought of this");
        File.ReadAllText(Path.Combine(recorded.Run.LogFolder, "3-Work.log")).ShouldContain("StepRunnerTests");
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_named_with_the_program_that_gave_it()
    {
        var receipt = await RunAsync((context, _) =>
        {
            context.LogCommand("docker service inspect qgp_app");
            context.Log("exit code 0 after 0.01 s");
            JsonNode.Parse("[{\"ID\":\uFFFD");
            return Task.CompletedTask;
        });

        receipt.Outcome.ShouldBe(Outcome.Failed);
        receipt.Reason!.ShouldStartWith("An answer could not be read, because it is not whole or no JSON: ");
        receipt.Reason.ShouldEndWith(" The last program that was asked: docker service inspect qgp_app");
    }

    [Fact]
    public async Task A_step_is_cancelled_at_its_deadline_and_says_what_it_was_doing()
    {
        var receipt = await RunAsync(async (context, cancellation) =>
        {
            context.Log("waiting for the moon");
            recorded.Time.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(Timeout.Infinite, cancellation);
        });

        receipt.Outcome.ShouldBe(Outcome.Failed);
        receipt.Reason.ShouldBe("It was not done within its deadline of 30.0 s. The last thing it did: waiting for the moon");
    }

    [Fact]
    public async Task A_step_that_ignores_its_deadline_is_left_behind()
    {
        var never = new TaskCompletionSource();
        var running = RunAsync((_, _) => never.Task);

        while (!running.IsCompleted)
        {
            recorded.Time.Advance(TimeSpan.FromSeconds(31));
            await Task.Yield();
        }

        (await running).Reason!.ShouldStartWith("It was not done within its deadline");
    }

    [Fact]
    public async Task An_interrupted_step_fails_as_interrupted()
    {
        using var interrupt = new CancellationTokenSource();

        var receipt = await RunAsync(
            async (_, cancellation) =>
            {
                await interrupt.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellation);
            },
            cancellation: interrupt.Token);

        receipt.Outcome.ShouldBe(Outcome.Failed);
        receipt.Reason.ShouldBe("It was interrupted.");
    }

    [Fact]
    public async Task What_could_not_be_found_out_is_unknown()
    {
        var receipt = await RunAsync((context, _) =>
        {
            context.CannotTell("The database of known flaws is out of reach.");
            return Task.CompletedTask;
        });

        receipt.Outcome.ShouldBe(Outcome.Unknown);
        receipt.Reason.ShouldBe("The database of known flaws is out of reach.");
    }

    [Fact]
    public async Task What_this_kind_of_run_cannot_show_gets_a_receipt_of_its_own()
    {
        await RunAsync((context, _) =>
        {
            context.NotRun("PostgreSQL", "There is no engine.");
            return Task.CompletedTask;
        });

        var item = recorded.Read().Receipts[^1];
        item.Kind.ShouldBe(ReceiptKind.Item);
        item.Outcome.ShouldBe(Outcome.NotRun);
        item.Name.ShouldBe("PostgreSQL");
    }

    [Fact]
    public async Task A_scene_that_cannot_be_seen_does_not_hide_the_failure()
    {
        var receipt = await RunAsync((_, _) => throw new StepFailedException("the cause"), scene: _ => throw new InvalidOperationException("no engine"));

        receipt.Reason.ShouldBe("the cause");
        console.Text.ShouldContain("The scene could not be inspected: no engine");
    }

    [Fact]
    public async Task A_secret_reaches_neither_console_nor_log_nor_receipt()
    {
        await RunAsync(
            (context, _) =>
            {
                context.Observe("url", "postgresql://u:hunter2@h");
                throw new StepFailedException("hunter2 was refused", ["--password hunter2"], "retry hunter2");
            },
            scene: _ => Task.FromResult<IReadOnlyList<string>>(["log says hunter2"]));

        console.Text.ShouldNotContain("hunter2");
        File.ReadAllText(Path.Combine(recorded.Run.LogFolder, "3-Work.log")).ShouldNotContain("hunter2");
        recorded.Ledger.Dispose();
        File.ReadAllText(recorded.Run.LedgerPath).ShouldNotContain("hunter2");
    }

    private Task<Receipt> RunAsync(
        Func<StepContext, CancellationToken, Task> work,
        Func<CancellationToken, Task<IReadOnlyList<string>>>? scene = null,
        CancellationToken cancellation = default) =>
        new StepRunner(recorded.Run, recorded.Ledger, console, recorded.Time, text => text.Replace("hunter2", "***", StringComparison.Ordinal))
            .RunAsync(ReceiptKind.Step, new TestStep(work), (3, 8), scene, begun: null, cancellation);
}
