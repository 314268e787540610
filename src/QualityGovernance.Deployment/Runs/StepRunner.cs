using System.Text.Json;

namespace QualityGovernance.Deployment.Runs;

/// <summary>Runs one step under its deadline, and leaves its log and its receipt whatever happens.</summary>
public sealed class StepRunner(Run run, Ledger ledger, IRunConsole console, TimeProvider time, Func<string, string> mask)
{
    /// <summary>How long a step may take to notice that it was cancelled before the run goes on without it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <param name="kind">A step of the procedure, or the teardown behind it.</param>
    /// <param name="step">What to run.</param>
    /// <param name="place">Which of how many, or null for a step that is not counted.</param>
    /// <param name="scene">What can be seen at the scene of a failure: the last log lines of the container concerned.</param>
    /// <param name="begun">Gets the context before the step starts, for those who write into its log from elsewhere.</param>
    /// <param name="cancellation">Interrupts the step.</param>
    public async Task<Receipt> RunAsync(
        ReceiptKind kind,
        IStep step,
        (int Index, int Of)? place,
        Func<CancellationToken, Task<IReadOnlyList<string>>>? scene = null,
        Action<StepContext>? begun = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        var title = place is { } at ? $"[{at.Index}/{at.Of}] {step.Name}" : step.Name;
        console.Line(RunLevel.Normal, title + " ...");
        using var log = new StepLog(run, place is { } p ? $"{p.Index}-{step.Name}.log" : $"{step.Name}.log", time, mask);
        var context = new StepContext(log, console);
        begun?.Invoke(context);
        var started = time.GetUtcNow();
        var failure = await FailureOf(step, context, cancellation);
        if (failure is null && log.Problem is { } problem)
            failure = new StepFailedException($"Its log {log.FullPath} could not be written: {problem}", nextCommand: $"df -h {run.Folder}");
        IReadOnlyList<string> seen = [];
        if (failure is not null)
        {
            seen = [.. failure.Details, .. await SceneOf(scene, context)];
            LogFailure(context, failure, seen);
        }

        var ended = time.GetUtcNow();
        var receipt = new Receipt
        {
            Kind = kind,
            Name = step.Name,
            Index = place?.Index,
            Of = place?.Of,
            Outcome = failure is not null ? Outcome.Failed : context.UnknownReason is not null ? Outcome.Unknown : Outcome.Passed,
            Reason = failure?.Message ?? context.UnknownReason,
            NextCommand = failure?.NextCommand,
            Started = started,
            Ended = ended,
            Observations = context.Observations,
            Inputs = context.Inputs,
            Log = log.Close(),
        };
        try
        {
            receipt = ledger.Append(receipt);
            foreach (var item in context.Items)
                ledger.Append(item with { Started = ended, Ended = ended });
        }
        catch (IOException e)
        {
            // What leaves no receipt has not been shown, and what comes after it must not begin.
            failure ??= new StepFailedException($"Its receipt could not be written: {e.Message}", nextCommand: $"df -h {run.Folder}");
            receipt = receipt with { Outcome = Outcome.Failed, Reason = failure.Message };
        }

        FailureText.Report(console, mask, title, receipt, failure, seen, log.FullPath);
        return receipt;
    }

    private async Task<StepFailedException?> FailureOf(IStep step, StepContext context, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(step.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            var work = step.RunAsync(context, either.Token);
            await Bounded(work, either.Token);
            return null;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            return new StepFailedException("It was interrupted.");
        }
        catch (Exception e) when (deadline.IsCancellationRequested && e is OperationCanceledException or TimeoutException)
        {
            return new StepFailedException(
                $"It was not done within its deadline of {FailureText.Seconds(step.Deadline)}. The last thing it did: {context.LastLine ?? "nothing"}",
                inner: e);
        }
        catch (StepFailedException e)
        {
            return e;
        }
        catch (DeploymentException e)
        {
            return new StepFailedException(e.Message, nextCommand: e.NextCommand, inner: e);
        }
        catch (JsonException e)
        {
            context.Log(e.ToString());
            return new StepFailedException($"An answer could not be read, because it is not whole or no JSON: {e.Message}{(context.LastCommand is { } asked ? $" The last program that was asked: {asked}" : "")}", inner: e);
        }
#pragma warning disable CA1031 // A step that breaks in a way nobody thought of is a failed step, with its name and its log, and the teardown still runs.
        catch (Exception e)
#pragma warning restore CA1031
        {
            context.Log(e.ToString());
            return new StepFailedException($"{e.GetType().Name}: {e.Message}", inner: e);
        }
    }

    /// <summary>A step that does not react to its cancellation is left behind after <see cref="Grace"/>.</summary>
    private async Task Bounded(Task work, CancellationToken cancellation)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(cancelled.SetResult);
        if (await Task.WhenAny(work, cancelled.Task) != work)
            await work.WaitAsync(Grace, time, CancellationToken.None);
        else
            await work;
    }

    private static async Task<IReadOnlyList<string>> SceneOf(Func<CancellationToken, Task<IReadOnlyList<string>>>? scene, StepContext context)
    {
        if (scene is null)
            return [];
        using var patience = new CancellationTokenSource(Grace);
        try
        {
            return await scene(patience.Token);
        }
#pragma warning disable CA1031 // The failure itself is what has to be told; that its scene cannot be seen is told with it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            context.Log(e.ToString());
            return [$"The scene could not be inspected: {e.Message}"];
        }
    }

    private static void LogFailure(StepContext context, StepFailedException failure, IReadOnlyList<string> seen)
    {
        context.Log(failure.Message);
        foreach (var line in seen)
            context.Log("| " + line);
    }
}
