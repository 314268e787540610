using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Releases;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.EndToEnd.Tests;

// What tests kill, in a process of its own: a procedure with a fault in it (fault <order>), a restore of an environment (restore <checkout> <backup>) or a
// rehearsal (<checkout> <folder for runs> [without-engine]).
if (args is ["fault", var order])
    return await new FaultedProcess(FaultOrder.Read(order), new StandardOutputConsole()).RunAsync();

if (args is ["restore", var checkout, var backup])
{
    var mask = new SecretMask();
    var console = new StandardOutputConsole();
    var environments = DeployedEnvironment.OptionsOf(checkout);
    using var session = new ProcedureSession(new ProcedureOptions("RestoreDatabase", checkout, environments.RunsFolder), console, new ProcessRunner(mask), mask, TimeProvider.System);
    var restored = await new EnvironmentOperations(environments, new Machine(), mask, TimeProvider.System, console)
        .RestoreAsync(session, EnvironmentDescription.Staging, backup, "qgp", new DeploymentRequest("RestoreDatabase", Tag: null, "a test", Wait: null, DryRun: false));
    return restored.ExitCode;
}

if (args is not [var root, var runs, .. var rest])
    return 64;

var options = new RehearsalOptions(root) { RunsFolder = runs, Cached = true, WithoutEngine = rest is ["without-engine"] };
var result = await RehearsalSession.Create(options, new StandardOutputConsole()).RunAllAsync();
return result.ExitCode;
