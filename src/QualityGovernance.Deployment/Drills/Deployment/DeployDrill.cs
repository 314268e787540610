using System.Security.Cryptography;
using System.Text;
using QualityGovernance.Deployment.Drills.Deployment.Steps;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Stacks.Swarm;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>
/// Deploys to an environment of its own while it is used: a release that is in order, one that crashes, one that never gets ready, and the way back. Nothing is
/// simulated but what is wrong with the releases.
/// </summary>
/// <param name="options">How, and within which limits.</param>
/// <param name="machine">Where the docker programs are looked for.</param>
/// <param name="mask">Gets every secret of the drill.</param>
/// <param name="time">The clock of the figures.</param>
/// <param name="console">Hears what is done.</param>
public sealed class DeployDrill(DeployDrillOptions options, IMachine machine, SecretMask mask, TimeProvider time, IRunConsole console)
{
    private static readonly string[] Names = ["PrepareGround", "GoodDeploy", "CrashingDeploy", "NeverReadyDeploy", "Rollback", "FindWrites"];

    public async Task<ProcedureResult> RunAsync(ProcedureSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var engine = await new DockerClients(session.Runner, machine).FindAsync(cancellation);
        await new SwarmMembership(engine).RequireManagerAsync(cancellation);
        var image = (await engine.ImageAsync(options.Image, cancellation) ?? throw new DeploymentException($"The image {options.Image} is not on the engine.", "./build.sh Rehearsal")).Id;
        var bases = new BaseImages(engine, machine, options.Root, Say, Detail);
        var postgres = (await bases.PresentAsync(cancellation) ?? await bases.EnsureAsync(cancellation: cancellation)).Postgres;
        var head = await ReleaseVariants.HeadAsync(engine, image, cancellation);

        using var alone = Lock();
        using var server = new DrillServer(engine, await new DefaultNetwork(engine).MachineAddressAsync(cancellation), mask);
        var environment = DeployGround.Describe(options, Stack, FreePort.Find());
        var run = await session.BeginAsync(Names, new Dictionary<string, string>
        {
            ["image"] = image,
            ["requests"] = $"{options.Requests} at {options.Rate} per second",
            ["rejection-limit"] = $"{options.RejectionLimit.TotalSeconds:0} s",
            ["rollback-limit"] = $"{options.RollbackLimit.TotalSeconds:0} s",
        }, cancellation);
        var ground = new DeployGround(options, engine, machine, mask, time, console, environment, server, new ReleaseVariants(engine, head, Stack, run.Id.Value, options.Root));
        var remove = new RemoveGroundStep(ground);
        return await session.RunAsync(
            [
                new PrepareGroundStep(ground, remove, image, postgres, run.Id.Value),
                new GoodDeployStep(ground),
                new RejectedDeployStep(ground, "CrashingDeploy", DeployGround.Crashing, options.RejectionLimit),
                new RejectedDeployStep(ground, "NeverReadyDeploy", DeployGround.NeverReady, options.RolloutDeadline + options.DeadlineTolerance),
                new RollbackStep(ground),
                new FindWritesStep(ground),
            ],
            teardown: remove,
            cancellation: cancellation);
    }

    /// <summary>One for each checkout, so that what a killed drill left is found by the next.</summary>
    private string Stack => "qgp-drill-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(options.Root))))[..8];

    private FileStream Lock() => ExclusiveFile.Hold(Path.GetFullPath(options.Folder) + ".lock", "Another drill of deployments is at work in this checkout:");

    private void Say(string line) => console.Line(RunLevel.Normal, line);

    private void Detail(string line) => console.Line(RunLevel.Detail, line);
}
