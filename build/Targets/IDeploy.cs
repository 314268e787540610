using System.Threading.Tasks;
using Nuke.Common;

/// <summary>Environments: a release in, the one before it back, and what an interrupted run left in order again.</summary>
interface IDeploy : IHasEnvironments
{
    [Parameter("Deploy: how many releases are kept for the way back, beside the one that runs. Default is what the environment's description says")]
    int? Retain => TryGetValue<int?>(() => Retain);

    [Parameter("SwarmInit: the address that other machines reach this one under. Default is 127.0.0.1: this machine alone")]
    string AdvertiseAddress => TryGetValue(() => AdvertiseAddress) ?? "127.0.0.1";

    Target SwarmInit => _ => _
        .Description("Makes this engine the first machine of a Swarm, which environments run on. One that is in a Swarm stays as it is")
        .Executes(() => Environments.SwarmInitAsync(Commands, AdvertiseAddress, Cancellation));

    Target Deploy => _ => _
        .Description("Brings a published release into an environment without an interruption, after its signature was held against .nuke/trust (production also asks for the approvals of .nuke/approvals.json) and its way back was proven. --dry-run shows the plan")
        .Requires(() => EnvironmentName)
        .Requires(() => Tag)
        .Executes(() => ProcedureAsync("Deploy", $"./build.sh Deploy --environment {EnvironmentName} --tag {Tag} --dry-run", session =>
            Environments.DeployAsync(session, EnvironmentName, Request("Deploy"), Retain, Cancellation)));

    Target RollbackApplication => _ => _
        .Description("Brings back the release that served an environment before, from the same specification; the schema stays. --dry-run shows the plan")
        .Requires(() => EnvironmentName)
        .Executes(() => ProcedureAsync("RollbackApplication", $"./build.sh RollbackApplication --environment {EnvironmentName} --dry-run", session =>
            Environments.RollbackApplicationAsync(session, EnvironmentName, Request("RollbackApplication"), Cancellation)));

    [Parameter("RollbackMigration: tables and columns, as table or table.column, whose data may be lost")]
    string[] AcceptLoss => TryGetValue<string[]>(() => AcceptLoss) ?? [];

    Target RollbackMigration => _ => _
        .Description("Takes back the migrations of the newer release with that release's own program, after a backup, and lets the release before serve. --dry-run shows the plan")
        .Requires(() => EnvironmentName)
        .Executes(() => ProcedureAsync("RollbackMigration", $"./build.sh RollbackMigration --environment {EnvironmentName} --dry-run", session =>
            Environments.RollbackMigrationAsync(session, EnvironmentName, Request("RollbackMigration") with { AcceptedLosses = AcceptLoss }, Cancellation)));

    Target RecoverEnvironment => _ => _
        .Description("Tells what an interrupted run left in an environment, brings the last release that served there back, and gives its lease back")
        .Requires(() => EnvironmentName)
        .Executes(() => ProcedureAsync("RecoverEnvironment", "docker stack ls", session =>
            Environments.RecoverAsync(session, EnvironmentName, Request("RecoverEnvironment"), Cancellation)));
}
