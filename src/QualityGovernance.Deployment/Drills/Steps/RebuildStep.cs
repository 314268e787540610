using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Steps;

/// <summary>Builds the image from the checkout, without a layer of earlier builds.</summary>
internal sealed class RebuildStep(DrillGround ground, DrillOptions options, DrillFindings findings, ICommandRunner runner, string run) : IStep
{
    public string Name => "Rebuild";

    public TimeSpan Deadline => TimeSpan.FromMinutes(15);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var source = await SourceState.ReadAsync(runner, options.Root, cancellation);
        var request = new ImageBuildRequest(options.Root, ground.Sandbox.Environment.Image, ground.Bases, source.Version, source.Mark, BuildId: run);
        findings.Image = await new ImageBuilder(ground.Engine).BuildAsync(request, cancellation: cancellation);
        context.Input("base-kind", ground.Bases.Kind.Word());
        context.Observe("image-id", findings.Image.Id);
    }
}
