using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>What a drill that failed tells to type: SandboxUp, and where there is a backup, RestoreDatabase.</summary>
internal sealed class SandboxRecovery(FaultOrder order, ICommandRunner runner, IMachine machine, SecretMask mask, IRunConsole console)
{
    public const string Procedure = "SandboxUp && RestoreDatabase";

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await new SandboxOperations(runner, machine, order.Root, mask, TimeProvider.System, console).UpAsync(cancellation: cancellation);
        if (new BackupStore(Path.Combine(order.Backups, Purposes.Sandbox)).List().Count == 0)
            return 0;
        using var session = new ProcedureSession(new ProcedureOptions(FaultPlan.RestoreDatabase, order.Root, order.RunsFolder), console, runner, mask, TimeProvider.System);
        var operations = new RecoveryOperations(runner, machine, order.Root, order.Backups, mask, TimeProvider.System, console);
        return (await operations.RestoreAsync(session, path: null, "qgp", dryRun: false, cancellation)).ExitCode;
    }
}
