using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Images;

/// <summary>
/// What earlier builds left on the engine: results that lost their name to a later build, and compiling stages, over a gigabyte each. Only those with our labels.
/// </summary>
internal sealed class NamelessImages(ContainerEngine engine, TimeProvider time)
{
    /// <param name="longestBuild">What is younger may belong to a build that is under way.</param>
    /// <param name="cancellation">Stops the removal.</param>
    public async Task RemoveAsync(TimeSpan longestBuild, CancellationToken cancellation)
    {
        // The newest stage is what the next cached build goes on from.
        var stages = await OldestFirstAsync(Purposes.BuildStage, cancellation);
        var results = await OldestFirstAsync(Purposes.Image, cancellation);
        foreach (var image in stages.SkipLast(1).Concat(results).Where(image => time.GetUtcNow() - image.Created > longestBuild))
        {
            // One that a container still uses is kept by the engine, which is right.
            await engine.RunAsync(["image", "rm", image.Id], cancellation: cancellation);
        }
    }

    private async Task<IReadOnlyList<ImageFacts>> OldestFirstAsync(string purpose, CancellationToken cancellation)
    {
        var images = new List<ImageFacts>();
        foreach (var id in await engine.NamelessImagesAsync(Labels.For(purpose), cancellation))
        {
            if (await engine.ImageAsync(id, cancellation) is { } image)
                images.Add(image);
        }

        return [.. images.OrderBy(image => image.Created)];
    }
}
