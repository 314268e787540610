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

    /// <summary>
    /// Removes the image that a name has just left for another one. One that has a further name, a release for example, stays; so does one that a registry knows, one that
    /// is not a result of ours, and what a container uses or another image was built from, as the engine sees to.
    /// </summary>
    /// <param name="left">Its id; null where the name was new.</param>
    /// <param name="cancellation">Stops the removal.</param>
    public async Task RemoveLeftAsync(string? left, CancellationToken cancellation)
    {
        if (left is not null && await engine.ImageAsync(left, cancellation) is { } image && IsNameless(image))
            await engine.RunAsync(["image", "rm", image.Id], cancellation: cancellation);
    }

    private static bool IsNameless(ImageFacts image) =>
        image.Tags.Count + image.RepositoryDigests.Count == 0 && Labels.For(Purposes.Image).All(label => image.Labels.GetValueOrDefault(label.Key) == label.Value);

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
