using QualityGovernance.Deployment.Probing.Load;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment.Steps;

/// <summary>A database, four releases, the first deployment, and an account to work with.</summary>
internal sealed class PrepareGroundStep(DeployGround ground, IStep remove, string image, string postgres, string run) : IStep
{
    private const string NoSuchProgram = "[\"dotnet\", \"/app/no-such-program.dll\"]";

    public string Name => "PrepareGround";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        context.Input("image", image);

        // What a drill left that was killed.
        await remove.RunAsync(context, cancellation);
        await ground.Server.StartAsync(postgres, ground.Environment.Stack, ground.Time, cancellation);
        await ground.Releases.MakeAsync(DeployGround.Stable, image, "", cancellation);
        await ground.Releases.MakeAsync(DeployGround.Better, image, "", cancellation);
        await ground.Releases.MakeAsync(DeployGround.Crashing, image, $"ENTRYPOINT {NoSuchProgram}\n", cancellation);
        await ground.Releases.MakeAsync(DeployGround.NeverReady, image, $"HEALTHCHECK CMD {NoSuchProgram}\n", cancellation);
        context.Say($"Four releases made from {image}; the first is deployed to {ground.Environment.Stack} at {ground.Environment.LocalAddress}");
        var first = (await ground.DeployAsync(DeployGround.Stable, cancellation)).RequireNoFailure();
        context.Observe("run", first.Run.Id);
        ground.Load = new ServiceLoad(await new DrillUser(ground).LogInAsync(cancellation), $"Deploy drill {run}", ground.Time);
    }
}
