using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>The images that rehearsals build: named by their run while it lasts. The latest one keeps a name, so that the next build finds its layers.</summary>
internal static class RehearsalImages
{
    private const string Repository = "quality-governance";

    private const string Latest = Repository + ":rehearsed";

    public static string NameOf(string run) => $"{Repository}:rehearsal-{run}";

    /// <summary>Takes the run's own name away.</summary>
    public static async Task ReleaseAsync(ContainerEngine engine, RunId run, string image, CancellationToken cancellation)
    {
        await engine.TagAsync(image, Latest, cancellation);
        await engine.CheckedAsync(["image", "rm", NameOf(run.Value)], cancellation: cancellation);
    }
}
