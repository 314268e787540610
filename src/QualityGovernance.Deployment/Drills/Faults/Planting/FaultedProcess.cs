using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Releases;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>Runs one procedure as its target does, with a fault planted into it. Only a drill of faults starts it, on ground of its own.</summary>
/// <param name="order">What to run.</param>
/// <param name="console">Hears what the procedure says.</param>
public sealed class FaultedProcess(FaultOrder order, IRunConsole console)
{
    private readonly SecretMask mask = new();
    private readonly Machine machine = new();

    /// <returns>The exit code that the target would have.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        await File.WriteAllTextAsync(order.OwnerFile, OwnerMark.Current.ToString(), cancellation);
        var runner = new ProcessRunner(mask);
        if (order.Fault is not { } cell)
            return await RunAsync(runner, step => step, cancellation);
        using var killer = new ContainerKiller(
            await new DockerClients(runner, machine).FindAsync(cancellation),
            [.. order.Containers, $"{Labels.OwnerPid}={OwnerMark.Current}"],
            FaultPlace.KillsWhatIsThere(cell));
        var fault = new PlantedFault(order, killer);
        return await RunAsync(
            new FaultyRunner(runner, fault), step => step.Name == cell.Step ? new FaultyStep(step, fault, TimeSpan.FromSeconds(order.DeadlineSeconds)) : step, cancellation);
    }

    private async Task<int> RunAsync(ICommandRunner runner, Func<IStep, IStep> around, CancellationToken cancellation)
    {
        if (order.Procedure == FaultPlan.Rehearsal)
            return await RehearseAsync(runner, around, cancellation);
        if (order.Procedure == SandboxRecovery.Procedure)
            return await new SandboxRecovery(order, runner, machine, mask, console).RunAsync(cancellation);
        using var session = new ProcedureSession(new ProcedureOptions(order.Procedure, order.Root, order.RunsFolder, NextCommand), console, runner, mask, TimeProvider.System) { Around = around };
        var result = await (order.Procedure == FaultPlan.ResetDrill ? DrillAsync(session, cancellation) : ChangeAsync(session, cancellation));
        return result.ExitCode;
    }

    /// <summary>As the targets name it.</summary>
    private string NextCommand => order.Procedure switch
    {
        FaultPlan.ResetDrill => "./build.sh SandboxStatus",
        FaultPlan.RecoverEnvironment => "docker stack ls",
        _ => $"./build.sh {order.Procedure} --environment {EnvironmentDescription.Staging} --dry-run",
    };

    private async Task<int> RehearseAsync(ICommandRunner runner, Func<IStep, IStep> around, CancellationToken cancellation)
    {
        var options = new RehearsalOptions(order.Root) { RunsFolder = order.RunsFolder, Cached = true };
        await using var session = new RehearsalSession(options, console, runner, mask, TimeProvider.System) { Around = around };
        if (order.Until is not { } last)
            return (await session.RunAllAsync(cancellation)).ExitCode;
        foreach (var step in Enum.GetValues<RehearsalStep>().TakeWhile(step => step <= Enum.Parse<RehearsalStep>(last)))
            await session.RunStepAsync(step, cancellation);
        await session.FinishAsync();
        return 0;
    }

    private async Task<ProcedureResult> DrillAsync(ProcedureSession session, CancellationToken cancellation)
    {
        var options = new DrillOptions(order.Root, order.Backups) { RecoveryTime = TimeSpan.FromMinutes(10), RecoveryPoint = TimeSpan.FromMinutes(10), Markers = 5 };
        var confirmation = new DrillConfirmation(isGiven: true, isTerminal: false, TextReader.Null, TextWriter.Null);
        return await new ResetDrill(options, machine, mask, TimeProvider.System, console, new DrillHistory(order.DrillHistory)).RunAsync(session, confirmation, cancellation);
    }

    private Task<ProcedureResult> ChangeAsync(ProcedureSession session, CancellationToken cancellation)
    {
        const string environment = EnvironmentDescription.Staging;
        var operations = new EnvironmentOperations(
            new EnvironmentOptions(order.Root, order.State, order.Releases, order.Backups, order.DrillHistory, order.RunsFolder), machine, mask, TimeProvider.System, console);
        var request = new DeploymentRequest(order.Procedure, order.Tag, "a drill of faults", Wait: null, DryRun: false) { AcceptedLosses = ["release_notes"] };
        return order.Procedure switch
        {
            FaultPlan.Deploy => operations.DeployAsync(session, environment, request, retain: null, cancellation),
            FaultPlan.RollbackApplication => operations.RollbackApplicationAsync(session, environment, request, cancellation),
            FaultPlan.RollbackMigration => operations.RollbackMigrationAsync(session, environment, request, cancellation),
            FaultPlan.RestoreDatabase => operations.RestoreAsync(session, environment, order.Backup!, "qgp", request, cancellation),
            FaultPlan.RecoverEnvironment => operations.RecoverAsync(session, environment, request, cancellation),
            _ => throw new DeploymentException($"There is no procedure \"{order.Procedure}\"."),
        };
    }
}
