using System;
using System.IO;
using System.Threading.Tasks;
using Nuke.Common;
using QualityGovernance.Deployment.Drills;
using QualityGovernance.Deployment.Drills.Deployment;
using QualityGovernance.Deployment.Engine;

/// <summary>Losing the sandbox on purpose, to know what a recovery costs.</summary>
interface IDrill : IHasBackup, IHasProcedures, IHasConfirmation
{
    [Parameter("ResetDrill: seconds that a recovery may take, from the destruction to the last verified answer. Default is 120")]
    int DrillRecoveryTime => TryGetValue<int?>(() => DrillRecoveryTime) ?? 120;

    [Parameter("ResetDrill: seconds of acknowledged work that may be lost. Default is 60")]
    int DrillRecoveryPoint => TryGetValue<int?>(() => DrillRecoveryPoint) ?? 60;

    Target ResetDrill => _ => _
        .Description("Destroys the sandbox with its data and images, rebuilds it, restores its backup, and measures both. Asks, or takes --confirm; exit code 4 where nobody confirmed")
        .Executes(DrillAsync);

    [Parameter("DeployDrill: how many requests are sent at least during each change. Default is 10000")]
    int DrillRequests => TryGetValue<int?>(() => DrillRequests) ?? 10_000;

    [Parameter("DeployDrill: requests per second. Default is 60")]
    int DrillRate => TryGetValue<int?>(() => DrillRate) ?? 60;

    [Parameter("DeployDrill: how many times as long as usual its changes may take, on a machine that does other things meanwhile. Default is 1")]
    int DrillTolerance => TryGetValue<int?>(() => DrillTolerance) ?? 1;

    [Parameter("DeployDrill: the image that its releases are made from. Default is the one that was rehearsed last")]
    string DrillImage => TryGetValue(() => DrillImage) ?? "quality-governance:rehearsed";

    Target DeployDrill => _ => _
        .Description("Deploys a good release, a crashing one and one that never gets ready to an environment of its own while it is used, rolls back, and counts failed requests and lost writes")
        .Executes(() => ProcedureAsync("DeployDrill", "./build.sh DeployDrill", session =>
            new DeployDrill(
                new DeployDrillOptions(RootDirectory, ArtifactsDirectory / "drills" / "deploy", RunsDirectory, DrillImage) { Requests = DrillRequests, Rate = DrillRate }.Tolerating(DrillTolerance),
                new Machine(),
                Secrets,
                TimeProvider.System,
                RunConsole).RunAsync(session, Cancellation)));

    private async Task DrillAsync()
    {
        var options = new DrillOptions(RootDirectory, BackupsDirectory) { RecoveryTime = TimeSpan.FromSeconds(DrillRecoveryTime), RecoveryPoint = TimeSpan.FromSeconds(DrillRecoveryPoint) };
        var drill = new ResetDrill(options, new Machine(), Secrets, TimeProvider.System, RunConsole, new DrillHistory(ArtifactsDirectory / "drills" / "history.jsonl"));
        var confirmation = new DrillConfirmation(Confirm, !Console.IsInputRedirected && !Console.IsOutputRedirected, Console.In, Console.Out);
        try
        {
            await ProcedureAsync("ResetDrill", "./build.sh SandboxStatus", session => drill.RunAsync(session, confirmation, Cancellation));
        }
        catch (DrillNotConfirmedException)
        {
            ExitCode = DrillNotConfirmedException.ExitCode;
            throw;
        }
    }
}
