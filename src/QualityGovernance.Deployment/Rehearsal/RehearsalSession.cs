using System.Runtime.InteropServices;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
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
    private readonly ProcedureSession procedure;
    private Func<RehearsalSession, Run, RehearsalSecrets, SourceState, IRehearsalStack> stackOf;
    private Begun? begun;
    private RehearsalResult? result;

    /// <param name="options">How the rehearsal is to be made.</param>
    /// <param name="console">Hears what is done.</param>
    /// <param name="runner">Runs programs; it has to mask with <paramref name="mask"/>.</param>
    /// <param name="mask">Gets every secret of the run.</param>
    /// <param name="time">The clock of the receipts.</param>
    public RehearsalSession(RehearsalOptions options, IRunConsole console, ICommandRunner runner, SecretMask mask, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.console = console;
        this.time = time;
        this.mask = mask;
        procedure = new ProcedureSession(new ProcedureOptions("Rehearsal", options.Root, options.RunsFolder, "./build.sh Rehearsal --keep"), console, runner, mask, time);
        stackOf = static (session, run, secrets, source) =>
            StackFactory.Create(session.options, session.procedure.Runner, session.mask, session.time, run, secrets, source);
    }

    /// <summary>With programs, clock and mask of their own.</summary>
    public static RehearsalSession Create(RehearsalOptions options, IRunConsole console)
    {
        var secrets = new SecretMask();
        return new RehearsalSession(options, console, new ProcessRunner(secrets), secrets, TimeProvider.System);
    }

    internal static RehearsalSession On(IRehearsalStack stack, RehearsalOptions options, IRunConsole console, ICommandRunner runner, SecretMask mask, TimeProvider time) =>
        new(options, console, runner, mask, time) { stackOf = (_, _, _, _) => stack };

    /// <inheritdoc cref="ProcedureSession.Around"/>
    internal Func<IStep, IStep> Around
    {
        set => procedure.Around = value;
    }

    /// <summary>The record of this rehearsal; null until the first step.</summary>
    public Run? Run => procedure.Run;

    /// <exception cref="RehearsalStoppedException">The step failed, or one before it has not been shown.</exception>
    public async Task RunStepAsync(RehearsalStep step, CancellationToken cancellation = default)
    {
        if (result is not null)
            throw new InvalidOperationException("This rehearsal is finished.");
        var parts = begun ??= await BeginAsync(cancellation);
        if (ReceiptOf(step) is not null)
            throw new InvalidOperationException($"{step} has already been run.");
        foreach (var earlier in RehearsalPlan.Before(step))
        {
            if (ReceiptOf(earlier)?.Outcome != Outcome.Passed)
                throw new RehearsalStoppedException(step, $"it needs {earlier}, which has not been shown.");
        }

        var receipt = await procedure.StepAsync(
            RehearsalPlan.StepOf(step, parts.Stack, parts.Findings, parts.Secrets, mask, time, parts.Run, options), parts.Stack.SceneAsync, cancellation);
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
        await TearDownAsync(parts.Stack);
        var finished = procedure.Finish(RehearsalPlan.Gate);
        await parts.Stack.DisposeAsync();
        return result = new RehearsalResult(finished.Verdict, finished.Run, finished.Reports);
    }

    public async ValueTask DisposeAsync()
    {
        procedure.Dispose();
        if (begun is not null && result is null)
            await begun.Stack.DisposeAsync();
    }

    private Receipt? ReceiptOf(RehearsalStep step) => procedure.Steps.FirstOrDefault(receipt => receipt.Name == step.ToString());

    private async Task<Begun> BeginAsync(CancellationToken cancellation)
    {
        var secrets = new RehearsalSecrets(mask);
        IRehearsalStack? stack = null;
        var run = await procedure.BeginAsync(RehearsalPlan.Names, Inputs, cancellation);
        return new Begun(run, secrets, stack!);

        IReadOnlyDictionary<string, string> Inputs(Run made, SourceState source)
        {
            stack = stackOf(this, made, secrets, source);
            return new Dictionary<string, string>
            {
                ["stack"] = stack.Kind,
                ["machine"] = $"{RuntimeInformation.OSDescription} on {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors",
                ["runtime"] = RuntimeInformation.FrameworkDescription,
                ["build"] = options.WithoutEngine ? "published" : options.Cached ? "cached" : "clean",
            };
        }
    }

    private async Task TearDownAsync(IRehearsalStack stack)
    {
        if (!options.Keep || ReceiptOf(RehearsalStep.StartPostgres) is null)
        {
            await procedure.CleanUpAsync(new TeardownStep(stack));
            return;
        }

        procedure.LeaveAsItIs("The stack was kept as asked for.");
        foreach (var line in stack.Usage())
            console.Line(RunLevel.Normal, line);
    }

    private sealed record Begun(Run Run, RehearsalSecrets Secrets, IRehearsalStack Stack)
    {
        public RehearsalFindings Findings { get; } = new();
    }
}
