using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence;
using QualityGovernance.Deployment.Rehearsal.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>
/// One rehearsal. Make one per build; every target runs its step with <see cref="RunStepAsync"/>, and one target that runs also after a failure
/// and after an interruption calls <see cref="FinishAsync"/>, which removes what was made, seals the receipts, writes the reports and says what came of it.
/// <code>
/// Target BuildImage => _ => _.DependsOn(CleanRehearsal).Executes(() => Session.RunStepAsync(RehearsalStep.BuildImage, Interrupted));
/// Target FinishRehearsal => _ => _.AssuredAfterFailure().Executes(async () => ExitCode = (await Session.FinishAsync()).ExitCode);
/// </code>
/// A step that fails throws <see cref="RehearsalStoppedException"/> after the console was told everything about it.
/// The token given to the steps is to be cancelled on SIGINT and SIGTERM; <see cref="FinishAsync"/> takes none, because it has to be done all the same.
/// </summary>
public sealed class RehearsalSession : IAsyncDisposable
{
    private readonly RehearsalOptions options;
    private readonly IRunConsole console;
    private readonly TimeProvider time;
    private readonly SecretMask mask;
    private readonly RecordedRunner runner;
    private readonly Dictionary<RehearsalStep, Receipt> receipts = [];
    private Func<RehearsalSession, IRehearsalStack> stackOf;
    private Begun? begun;
    private RehearsalResult? result;

    /// <param name="options">How the rehearsal is to be made.</param>
    /// <param name="console">Hears what is done.</param>
    /// <param name="runner">Runs programs; it has to mask with <paramref name="mask"/>.</param>
    /// <param name="mask">Gets every secret of the run.</param>
    /// <param name="time">The clock of the receipts.</param>
    public RehearsalSession(RehearsalOptions options, IRunConsole console, ICommandRunner runner, SecretMask mask, TimeProvider time)
    {
        this.options = options;
        this.console = console;
        this.time = time;
        this.mask = mask;
        this.runner = new RecordedRunner(runner);
        stackOf = session => StackFactory.Create(session.options, session.runner, session.mask, session.time, session.begun!.Run, session.begun.Secrets, session.begun.Source);
    }

    /// <summary>With programs, clock and mask of their own.</summary>
    public static RehearsalSession Create(RehearsalOptions options, IRunConsole console)
    {
        var secrets = new SecretMask();
        return new RehearsalSession(options, console, new ProcessRunner(secrets), secrets, TimeProvider.System);
    }

    internal static RehearsalSession On(IRehearsalStack stack, RehearsalOptions options, IRunConsole console, ICommandRunner runner, SecretMask mask, TimeProvider time) =>
        new(options, console, runner, mask, time) { stackOf = _ => stack };

    /// <summary>The record of this rehearsal; null until the first step.</summary>
    public Run? Run => begun?.Run;

    /// <exception cref="RehearsalStoppedException">The step failed, or one before it has not been shown.</exception>
    public async Task RunStepAsync(RehearsalStep step, CancellationToken cancellation = default)
    {
        if (result is not null)
            throw new InvalidOperationException("This rehearsal is finished.");
        var parts = begun ??= await BeginAsync(cancellation);
        if (receipts.ContainsKey(step))
            throw new InvalidOperationException($"{step} has already been run.");
        foreach (var earlier in RehearsalPlan.Before(step))
        {
            if (receipts.GetValueOrDefault(earlier)?.Outcome != Outcome.Passed)
                throw new RehearsalStoppedException(step, $"it needs {earlier}, which has not been shown.");
        }

        var receipt = await parts.Runner.RunAsync(
            ReceiptKind.Step,
            RehearsalPlan.StepOf(step, parts.Stack, parts.Findings, parts.Secrets, mask, time, parts.Run, options.ReadyWithin),
            ((int)step + 1, RehearsalPlan.Names.Count),
            parts.Stack.SceneAsync,
            context => runner.Step = context,
            cancellation);
        runner.Step = null;
        receipts[step] = receipt;
        if (receipt.Outcome == Outcome.Failed)
            throw new RehearsalStoppedException(step, receipt.Reason ?? "it gave no reason.");
    }

    /// <summary>Runs all eight and finishes, also after a failure or an interruption. For callers without targets.</summary>
    public async Task<RehearsalResult> RunAllAsync(CancellationToken cancellation = default)
    {
        try
        {
            foreach (var step in Enum.GetValues<RehearsalStep>())
                await RunStepAsync(step, cancellation);
        }
        catch (RehearsalStoppedException)
        {
            // Told and recorded already; the verdict is computed from the receipt.
        }

        return await FinishAsync();
    }

    /// <summary>Teardown, seal, reports, verdict. Works after any number of steps, after a failure and after an interruption; a second call returns the first result.</summary>
    public async Task<RehearsalResult> FinishAsync()
    {
        if (result is not null)
            return result;
        var parts = begun ??= await BeginAsync(CancellationToken.None);
        RecordWhatWasNotRun(parts);
        await TearDownAsync(parts);
        parts.Ledger.Seal(parts.Started, time.GetUtcNow());
        parts.Ledger.Dispose();
        await parts.Stack.DisposeAsync();

        var record = RunVerifier.Read(parts.Run);
        var report = RunReport.Of(record, RehearsalPlan.Gate, new RunHistory(options.RunsFolder));
        var files = report.WriteInto(parts.Run.Folder);
        RehearsalSummary.Print(console, report, files);
        return result = new RehearsalResult(report.Verdict, parts.Run, files);
    }

    public async ValueTask DisposeAsync()
    {
        if (begun is null || result is not null)
            return;
        begun.Ledger.Dispose();
        await begun.Stack.DisposeAsync();
    }

    private async Task<Begun> BeginAsync(CancellationToken cancellation)
    {
        var run = Run.Create(options.RunsFolder, time);
        var source = await SourceState.ReadAsync(runner, options.Root, cancellation);
        var started = time.GetUtcNow();
        var ledger = new Ledger(run, mask.Apply);
        begun = new Begun(run, ledger, new StepRunner(run, ledger, console, time, mask.Apply), new RehearsalSecrets(mask), source, started);
        begun.Stack = stackOf(this);
        ledger.Append(new Receipt
        {
            Kind = ReceiptKind.RunStarted,
            Name = "Rehearsal",
            Started = started,
            Ended = time.GetUtcNow(),
            Observations = new(StringComparer.Ordinal) { [Gate.ExpectedSteps] = string.Join(' ', RehearsalPlan.Names) },
            Inputs = new(StringComparer.Ordinal)
            {
                ["commit"] = source.Commit,
                ["dirty"] = source.DirtyText,
                ["version"] = source.Version,
                ["stack"] = begun.Stack.Kind,
                ["build"] = options.WithoutEngine ? "published" : options.Cached ? "cached" : "clean",
            },
        });
        console.Line(RunLevel.Normal, $"Rehearsal {run.Id} of {source.Commit}{(source.Dirty == true ? " with uncommitted changes" : "")}, recorded in {run.Folder}");
        return begun;
    }

    private void RecordWhatWasNotRun(Begun parts)
    {
        var stopped = receipts.Values.FirstOrDefault(receipt => receipt.Outcome == Outcome.Failed);
        var reason = stopped is null ? "It was not asked for." : $"The rehearsal stopped at {stopped.Name}.";
        var now = time.GetUtcNow();
        foreach (var step in Enum.GetValues<RehearsalStep>().Where(step => !receipts.ContainsKey(step)))
        {
            parts.Ledger.Append(new Receipt
            {
                Kind = ReceiptKind.Step,
                Name = step.ToString(),
                Index = (int)step + 1,
                Of = RehearsalPlan.Names.Count,
                Outcome = Outcome.NotRun,
                Reason = reason,
                Started = now,
                Ended = now,
            });
        }
    }

    private async Task TearDownAsync(Begun parts)
    {
        if (options.Keep && receipts.ContainsKey(RehearsalStep.StartPostgres))
        {
            var now = time.GetUtcNow();
            parts.Ledger.Append(new Receipt { Kind = ReceiptKind.Teardown, Name = "Teardown", Reason = "The stack was kept as asked for.", Started = now, Ended = now });
            foreach (var line in parts.Stack.Usage())
                console.Line(RunLevel.Normal, line);
            return;
        }

        await parts.Runner.RunAsync(ReceiptKind.Teardown, new TeardownStep(parts.Stack), place: null, begun: context => runner.Step = context);
        runner.Step = null;
    }

    private sealed class Begun(Run run, Ledger ledger, StepRunner steps, RehearsalSecrets secrets, SourceState source, DateTimeOffset started)
    {
        public Run Run => run;

        public Ledger Ledger => ledger;

        public StepRunner Runner => steps;

        public RehearsalSecrets Secrets => secrets;

        public SourceState Source => source;

        public DateTimeOffset Started => started;

        public RehearsalFindings Findings { get; } = new();

        public IRehearsalStack Stack { get; set; } = null!;
    }
}
