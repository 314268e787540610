using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment.Steps;

/// <summary>Nothing of a drill stays.</summary>
internal sealed class RemoveGroundStep(DeployGround ground) : IStep
{
    public string Name => "RemoveGround";

    public TimeSpan Deadline => TimeSpan.FromMinutes(5);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        await (await ground.PartsAsync(cancellation)).Stack.RemoveAsync(cancellation);
        await ground.Engine.RemoveAllAsync(Labels.For(Purposes.Drill, ground.Environment.Stack), volumes: true, cancellation);
        await ground.Releases.RemoveAllAsync(cancellation);
        if (Directory.Exists(ground.Options.Folder))
            Directory.Delete(ground.Options.Folder, recursive: true);
    }
}
