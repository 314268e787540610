using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Steps;

/// <summary>Takes the sandbox's images away: a recovery that finds them would prove less.</summary>
internal sealed class RemoveImagesStep(DrillGround ground) : IStep
{
    public string Name => "RemoveImages";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        foreach (var name in new[] { ground.Sandbox.Environment.Image, ground.Sandbox.Environment.PostgresImage })
        {
            await ground.Engine.RemoveImageAsync(name, cancellation);
            if (await ground.Engine.ImageAsync(name, cancellation) is not null)
                throw new StepFailedException($"The image {name} was to be removed, and is still there.");
            context.Observe($"removed {name}", "gone");
        }
    }
}
