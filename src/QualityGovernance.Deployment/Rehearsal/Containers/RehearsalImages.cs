using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>The images that rehearsals build: named by their run while it lasts, the latest one kept by name, so that the next build finds its layers.</summary>
internal static class RehearsalImages
{
    private const string Repository = "quality-governance";

    private const string Latest = Repository + ":rehearsed";

    public static string NameOf(RunId run) => $"{Repository}:rehearsal-{run}";

    /// <summary>Takes the run's own name away. Layers stay as long as another name or the builder's cache has them.</summary>
    public static async Task RemoveAsync(ContainerEngine engine, RunId run, string? image, CancellationToken cancellation)
    {
        if (image is null)
            return;
        await engine.TagAsync(image, Latest, cancellation);
        await engine.CheckedAsync(["image", "rm", "--no-prune", NameOf(run)], cancellation: cancellation);
    }
}
