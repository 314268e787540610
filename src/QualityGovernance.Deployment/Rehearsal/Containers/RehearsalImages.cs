using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>The images that rehearsals build: named by their run while it lasts. The latest one keeps a name, so that the next build finds its layers.</summary>
internal static class RehearsalImages
{
    private const string Repository = "quality-governance";

    private const string Latest = Repository + ":rehearsed";

    public static string NameOf(string run) => $"{Repository}:rehearsal-{run}";

    /// <summary>Takes the run's own name away, and the image with it that was the latest until now: an engine keeps the image of the last rehearsal, and those of releases.</summary>
    public static async Task ReleaseAsync(ContainerEngine engine, RunId run, string image, CancellationToken cancellation)
    {
        var before = await engine.ImageAsync(Latest, cancellation);
        await engine.TagAsync(image, Latest, cancellation);
        await engine.CheckedAsync(["image", "rm", NameOf(run.Value)], cancellation: cancellation);
        await new NamelessImages(engine, TimeProvider.System).RemoveLeftAsync(before?.Id, cancellation);
    }
}
