namespace QualityGovernance.Deployment.Engine;

public sealed partial class ContainerEngine
{
    /// <returns>Null when the engine does not have it. No registry is asked.</returns>
    public async Task<ImageFacts?> ImageAsync(string reference, CancellationToken cancellation = default)
    {
        var result = await RunAsync(["image", "inspect", reference], cancellation: cancellation);
        if (result.Succeeded)
            return EngineJson.Image(result.Output);
        return IsAbsence(result) ? null : throw new CommandFailedException($"{client} image inspect {reference}", result);
    }

    /// <summary>The layers of an image that hold something, the lowest first, as the engine's history has them.</summary>
    public async Task<IReadOnlyList<ImageLayer>> LayersAsync(string reference, CancellationToken cancellation = default) =>
        EngineJson.Layers((await CheckedAsync(["history", "--human=false", "--no-trunc", "--format", "{{json .}}", reference], cancellation: cancellation)).Output);

    /// <summary>Ids of the images that carry all of these labels.</summary>
    public Task<IReadOnlyList<string>> ImagesAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellation = default) =>
        ListAsync(["image", "ls", "--quiet", "--no-trunc"], labels, cancellation);

    /// <summary>Ids of the images that carry all of these labels and have lost their name to a later build, or never had one.</summary>
    public Task<IReadOnlyList<string>> NamelessImagesAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellation = default) =>
        ListAsync(["image", "ls", "--quiet", "--no-trunc", "--filter", "dangling=true"], labels, cancellation);

    public Task TagAsync(string image, string tag, CancellationToken cancellation = default) =>
        CheckedAsync(["tag", image, tag], cancellation: cancellation);

    /// <summary>Takes one name or id away; layers that other images use stay.</summary>
    public Task RemoveImageAsync(string reference, CancellationToken cancellation = default) =>
        RemoveAsync(["image", "rm", reference], cancellation);
}
