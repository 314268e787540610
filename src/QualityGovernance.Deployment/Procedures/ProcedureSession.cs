using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Procedures;

/// <summary>
/// One execution of a procedure that is made of steps: it announces them, runs them in order, stops at the first failure, records what was not run,
/// cleans up, seals the receipts, writes the reports and says what came of it.
/// <code>
/// using var session = new ProcedureSession(options, console, runner, mask, time);
/// await session.BeginAsync(["Check", "Change"], inputs, cancellation);
/// var result = await session.RunAsync([new CheckStep(...), new ChangeStep(...)], undo: new UndoStep(...), cancellation: cancellation);
/// </code>
/// What the steps run programs with is <see cref="Runner"/>: then the log of each step holds its commands and what they said.
/// </summary>
public sealed class ProcedureSession : IDisposable
{
    private readonly ProcedureOptions options;
    private readonly IRunConsole console;
    private readonly TimeProvider time;
    private readonly SecretMask mask;
    private readonly RecordedRunner runner;
    private readonly List<Receipt> steps = [];
    private Begun? begun;
    private ProcedureResult? result;

    /// <param name="options">Its name and its folder.</param>
    /// <param name="console">Hears what is done.</param>
    /// <param name="runner">Runs programs; it has to mask with <paramref name="mask"/>.</param>
    /// <param name="mask">Gets every secret of the run.</param>
    /// <param name="time">The clock of the receipts.</param>
    public ProcedureSession(ProcedureOptions options, IRunConsole console, ICommandRunner runner, SecretMask mask, TimeProvider time)
    {
        this.options = options;
        this.console = console;
        this.mask = mask;
        this.time = time;
        this.runner = new RecordedRunner(runner);
    }

    /// <summary>Runs programs and writes them into the log of the step that is at work.</summary>
    public ICommandRunner Runner => runner;

    /// <summary>The checkout that it works from.</summary>
    public string Root => options.Root;

    /// <summary>The record; null until it has begun.</summary>
    public Run? Run => begun?.Run;

    /// <summary>Puts something around each step that was announced, and not around what cleans up: a drill has to know which one is at work.</summary>
    internal Func<IStep, IStep> Around { get; set; } = step => step;

    /// <summary>Where the receipts go; a test puts something in its place that is full.</summary>
    internal Func<Run, Func<string, string>, Ledger> LedgerOf { get; set; } = (run, mask) => new Ledger(run, mask);

    /// <summary>The receipts of the steps so far.</summary>
    internal IReadOnlyList<Receipt> Steps => steps;

    private Begun Parts => begun ?? throw new InvalidOperationException($"{options.Name} has not begun.");

    /// <summary>Makes the folder of the run and its first receipt.</summary>
    /// <param name="names">The steps that the run has to show, in their order.</param>
    /// <param name="inputs">What the result depends on, beside the state of the sources.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Run> BeginAsync(IReadOnlyList<string> names, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation = default) =>
        BeginAsync(names, (_, _) => inputs, cancellation);

    /// <summary>The same, where the inputs can be named only once the run is there.</summary>
    internal async Task<Run> BeginAsync(
        IReadOnlyList<string> names, Func<Run, SourceState, IReadOnlyDictionary<string, string>> inputs, CancellationToken cancellation = default)
    {
        if (begun is not null)
            throw new InvalidOperationException($"{options.Name} has begun already.");
        var run = Run.Create(options.RunsFolder, time);
        var source = await SourceState.ReadAsync(runner, options.Root, cancellation);
        var started = time.GetUtcNow();
        var ledger = LedgerOf(run, mask.Apply);
        begun = new Begun(run, ledger, new StepRunner(run, ledger, console, time, mask.Apply), [.. names], started);
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["commit"] = source.Commit, ["dirty"] = source.DirtyText, ["version"] = source.Version };
        foreach (var (name, value) in inputs(run, source))
            all[name] = value;
        ledger.Append(new Receipt
        {
            Kind = ReceiptKind.RunStarted,
            Name = options.Name,
            Started = started,
            Ended = time.GetUtcNow(),
            Observations = new(StringComparer.Ordinal) { [Gate.ExpectedSteps] = string.Join(' ', names) },
            Inputs = all,
        });
        console.Line(RunLevel.Normal, $"{options.Name} {run.Id} of {source.Commit}{(source.Dirty == true ? " with uncommitted changes" : "")}, recorded in {run.Folder}");
        return run;
    }

    /// <summary>Runs everything and finishes, also after a failure or an interruption.</summary>
    /// <param name="work">The steps that were announced, in that order.</param>
    /// <param name="undo">Runs after a failure or an interruption only: brings back what the failed run changed.</param>
    /// <param name="teardown">Runs whatever happened.</param>
    /// <param name="scene">What can be seen at the scene of a failure: the last log lines of the part concerned.</param>
    /// <param name="independent">No step builds on another: a failure does not stop those behind it.</param>
    /// <param name="cancellation">Interrupts the step at work; undo and teardown are done all the same.</param>
    public async Task<ProcedureResult> RunAsync(
        IReadOnlyList<IStep> work,
        IStep? undo = null,
        IStep? teardown = null,
        Func<CancellationToken, Task<IReadOnlyList<string>>>? scene = null,
        bool independent = false,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!work.Select(step => step.Name).SequenceEqual(Parts.Names))
            throw new ArgumentException($"{options.Name} announced {string.Join(", ", Parts.Names)}, not {string.Join(", ", work.Select(step => step.Name))}.", nameof(work));
        foreach (var step in work)
        {
            if ((await StepAsync(step, scene, cancellation)).Outcome == Outcome.Failed && (!independent || cancellation.IsCancellationRequested))
                break;
        }

        if (undo is not null && Failure is not null)
            await CleanUpAsync(undo);
        if (teardown is not null)
            await CleanUpAsync(teardown);
        return Finish();
    }

    /// <summary>Runs one announced step. Its receipt says whether the run may go on.</summary>
    internal async Task<Receipt> StepAsync(IStep step, Func<CancellationToken, Task<IReadOnlyList<string>>>? scene, CancellationToken cancellation)
    {
        if (result is not null)
            throw new InvalidOperationException($"This {options.Name} is finished.");
        var place = Parts.Names.IndexOf(step.Name) + 1;
        var receipt = await Parts.Runner.RunAsync(ReceiptKind.Step, Around(step), (place, Parts.Names.Count), scene, Enter, cancellation);
        runner.Step = null;
        steps.Add(receipt);
        return receipt;
    }

    /// <summary>Runs something that belongs to no step: the removal or the undoing of what the steps made.</summary>
    internal async Task CleanUpAsync(IStep step)
    {
        RecordWhatWasNotRun();
        await Parts.Runner.RunAsync(ReceiptKind.Teardown, step, place: null, begun: Enter);
        runner.Step = null;
    }

    /// <summary>Says why nothing was cleaned up.</summary>
    internal void LeaveAsItIs(string reason)
    {
        RecordWhatWasNotRun();
        var now = time.GetUtcNow();
        Parts.Ledger.Append(new Receipt { Kind = ReceiptKind.Teardown, Name = "Teardown", Reason = reason, Started = now, Ended = now });
    }

    /// <summary>Seal, reports, verdict; a second call returns the first result.</summary>
    /// <param name="gate">What the record is judged by; the steps that it announced where null.</param>
    internal ProcedureResult Finish(Gate? gate = null)
    {
        if (result is not null)
            return result;
        RecordWhatWasNotRun();
        if (Parts.Ledger.Problem is { } problem)
            throw new DeploymentException($"{options.Name} {Parts.Run.Id} failed at {Failure?.Name ?? "its end"}, and its receipts could not be written: {problem} What could be undone is undone.", $"df -h {Parts.Run.Folder}");
        Parts.Ledger.Seal(Parts.Started, time.GetUtcNow());
        Parts.Ledger.Dispose();
        var record = RunVerifier.Read(Parts.Run);
        var report = RunReport.Of(record, gate ?? Gate.Of(record), new RunHistory(options.RunsFolder));
        var files = report.WriteInto(Parts.Run.Folder);
        ProcedureSummary.Print(console, report, files, Failure?.NextCommand ?? options.NextCommand);
        return result = new ProcedureResult(report.Verdict, Parts.Run, files, Failure);
    }

    public void Dispose() => begun?.Ledger.Dispose();

    private Receipt? Failure => steps.FirstOrDefault(receipt => receipt.Outcome == Outcome.Failed);

    private void Enter(StepContext context) => runner.Step = context;

    private void RecordWhatWasNotRun()
    {
        if (Parts.Ledger.Problem is not null)
            return;
        var reason = Failure is { } failed ? $"{options.Name} stopped at {failed.Name}." : "It was not asked for.";
        var now = time.GetUtcNow();
        foreach (var (name, index) in Parts.Names.Select((name, index) => (name, index)).Where(one => steps.All(step => step.Name != one.name)))
        {
            steps.Add(Parts.Ledger.Append(new Receipt
            {
                Kind = ReceiptKind.Step,
                Name = name,
                Index = index + 1,
                Of = Parts.Names.Count,
                Outcome = Outcome.NotRun,
                Reason = reason,
                Started = now,
                Ended = now,
            }));
        }
    }

    private sealed record Begun(Run Run, Ledger Ledger, StepRunner Runner, List<string> Names, DateTimeOffset Started);
}
