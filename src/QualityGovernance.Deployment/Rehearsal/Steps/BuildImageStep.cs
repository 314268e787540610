using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

internal sealed class BuildImageStep(IRehearsalStack stack, RehearsalFindings findings) : IStep
{
    public string Name => nameof(RehearsalStep.BuildImage);

    public TimeSpan Deadline => TimeSpan.FromMinutes(15);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var built = await stack.BuildAsync(context, cancellation);
        context.Observe("build-id", built.BuildId);
        context.Observe("version", built.Version);
        if (built.ImageId is { } image)
            context.Input("image-id", image);
        findings.Built = built;
    }
}
