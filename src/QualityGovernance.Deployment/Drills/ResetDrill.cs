using QualityGovernance.Deployment.Drills.Steps;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Drills;

/// <summary>
/// Loses the sandbox on purpose and brings it back: seven steps, of which nothing destroys before a backup was restored once and found equal.
/// </summary>
/// <param name="options">How, and within which budgets.</param>
/// <param name="machine">Where the docker programs are looked for.</param>
/// <param name="mask">Gets every secret of the run.</param>
/// <param name="time">The clock of the figures.</param>
/// <param name="console">Hears what is done.</param>
/// <param name="history">Where the drill is added, whatever comes of it.</param>
public sealed class ResetDrill(DrillOptions options, IMachine machine, SecretMask mask, TimeProvider time, IRunConsole console, DrillHistory history)
{
    internal static readonly IReadOnlyList<string> Steps = ["Confirm", "BackUpAndMark", "DestroyData", "RemoveImages", "Rebuild", "RedeployAndRestore", "VerifyRecovery"];

    /// <exception cref="DrillNotConfirmedException">Nobody said yes.</exception>
    public async Task<ProcedureResult> RunAsync(ProcedureSession session, DrillConfirmation confirmation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(confirmation);
        var confirmedBy = confirmation.Ask();
        await new SandboxOperations(session.Runner, machine, options.Root, mask, time, console).UpAsync(cancellation: cancellation);
        var ground = await DrillGround.OpenAsync(options, session.Runner, machine, mask, time, line => console.Line(RunLevel.Detail, line), cancellation);
        var inputs = new Dictionary<string, string>
        {
            ["project"] = ground.Sandbox.Stack.Project,
            ["recovery-time-budget"] = $"{options.RecoveryTime.TotalSeconds:0} s",
            ["recovery-point-budget"] = $"{options.RecoveryPoint.TotalSeconds:0} s",
        };
        var run = await session.BeginAsync(Steps, inputs, cancellation);
        var findings = new DrillFindings();
        var account = new DrillAccount(run.Id, mask);
        using var client = new HttpClient { BaseAddress = ground.Sandbox.Stack.Address, Timeout = TimeSpan.FromSeconds(30) };
        var result = await session.RunAsync(
            [
                new ConfirmStep(confirmedBy),
                new BackUpAndMarkStep(ground, options, account, findings, run.Id.Value, client),
                new DestroyDataStep(ground, findings),
                new RemoveImagesStep(ground),
                new RebuildStep(ground, options, findings, session.Runner, run.Id.Value),
                new RedeployAndRestoreStep(ground, findings),
                new VerifyRecoveryStep(ground, options, account, findings, client),
            ],
            cancellation: cancellation);
        history.Add(new DrillRecord(time.GetUtcNow(), run.Id.Value, result.Verdict.Word, findings.RecoveryTime?.TotalSeconds, findings.RecoveryPoint?.TotalSeconds));
        TellWayOn(result, findings);
        return result;
    }

    /// <summary>Who stands before a destroyed sandbox is told where the backup is.</summary>
    private void TellWayOn(ProcedureResult result, DrillFindings findings)
    {
        if (result.Failed is null || findings.Destroyed == default || findings.Backup is not { } backup)
            return;
        console.Line(RunLevel.Error, $"  The sandbox was destroyed, and its backup is {backup.Path}.");
        console.Line(RunLevel.Error, $"  Bring it back: ./build.sh SandboxUp && ./build.sh RestoreDatabase --backup {backup.Path} --confirm-target {backup.Manifest.Database}");
    }
}
