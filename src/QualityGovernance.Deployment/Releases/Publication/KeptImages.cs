using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>The names that keep the images of an environment's releases from every clean-up; and the end of those that nobody may want back any more.</summary>
/// <param name="engine">Has them. A manager of a Swarm: services are asked whether they use one.</param>
/// <param name="environment">Whose.</param>
internal sealed class KeptImages(ContainerEngine engine, string environment)
{
    private const string Prefix = PublicationOptions.Product + "-kept";

    private string Repository => $"{Prefix}/{environment}";

    /// <summary>
    /// Names exactly these. What had such a name before and is not among them loses it, and with its last name the image goes; unless a container, even one that has
    /// ended, or a service uses it: then it keeps its name until the next time.
    /// </summary>
    /// <returns>A sentence for each that is not among them.</returns>
    public async Task<IReadOnlyList<string>> KeepAsync(IReadOnlyList<ReleaseImage> releases, CancellationToken cancellation)
    {
        var wanted = releases.ToDictionary(release => $"{Repository}:{release.Tag}", release => release.ImageId);
        foreach (var (name, id) in wanted)
            await engine.TagAsync(id, name, cancellation);
        var told = new List<string>();
        foreach (var name in Lines(await engine.CheckedAsync(["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter", $"reference={Repository}"], cancellation: cancellation)).Where(name => !wanted.ContainsKey(name)))
        {
            if (await engine.ImageAsync(name, cancellation) is { } image)
                told.Add($"{name} {(await UserAsync(image, cancellation) is { } user ? $"stays: {user} uses it." : await RemoveAsync(name, image, cancellation))}");
        }

        return told;
    }

    private async Task<string> RemoveAsync(string name, ImageFacts image, CancellationToken cancellation)
    {
        await engine.RemoveImageAsync(name, cancellation);
        if (await engine.ImageAsync(image.Id, cancellation) is { Tags.Count: > 0 } left)
            return $"was removed; its image is also called {string.Join(" and ", left.Tags)} and stays.";

        // What a registry served has its digest for a name, which nobody else would ever take away.
        await engine.RemoveImageAsync(image.Id, cancellation);
        return $"was removed, with its image {image.Id}.";
    }

    /// <returns>Null where nobody uses it.</returns>
    private async Task<string?> UserAsync(ImageFacts image, CancellationToken cancellation)
    {
        if (Lines(await engine.CheckedAsync(["ps", "--all", "--format", "{{.Names}}", "--filter", $"ancestor={image.Id}"], cancellation: cancellation)) is [var container, ..])
            return $"the container {container}";
        var services = Lines(await engine.CheckedAsync(["service", "ls", "--format", "{{.Name}} {{.Image}}"], cancellation: cancellation)).Select(line => line.Split(' ', 2));
        string[] names = [image.Id, .. image.Tags, .. image.RepositoryDigests];
        return services.FirstOrDefault(service => names.Contains(service[^1])) is { } service ? $"the service {service[0]}" : null;
    }

    private static string[] Lines(CommandResult result) => result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
