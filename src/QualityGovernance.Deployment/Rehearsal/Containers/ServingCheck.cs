using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>Who holds the port, was that made from the image that was built, and does the engine call it healthy?</summary>
internal sealed class ServingCheck(ContainerEngine engine, ComposeStack stack)
{
    /// <summary>The engine asks the probe of the image every few seconds.</summary>
    private static readonly TimeSpan HealthLimit = TimeSpan.FromSeconds(60);

    public async Task RunAsync(BuiltProduct built, int port, StepContext context, CancellationToken cancellation)
    {
        var holders = (await engine.CheckedAsync(["ps", "--no-trunc", "--quiet", "--filter", $"publish={port}"], cancellation: cancellation)).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var application = await stack.FindAsync(StackServices.App, cancellation);
        if (application is null || holders is not [var holder] || holder != application.Id)
            throw new StepFailedException($"Port {port} is not held by the container of the application ({application?.Name ?? "gone"}), but by {(holders.Length == 0 ? "no container" : string.Join(", ", holders))}.");
        context.Observe("serving-image", application.ImageId);
        if (application.ImageId != built.ImageId)
            throw new StepFailedException($"The container that holds port {port} was made from {application.ImageId}; built was {built.ImageId}.");
        context.Observe("container-state", await stack.WaitHealthyAsync(StackServices.App, HealthLimit, context.Log, cancellation));
    }
}
