using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>The images of published releases on this engine: fetched or loaded when they are needed, compared with what was published, and kept by names that no clean-up removes.</summary>
/// <param name="engine">Gets and keeps them.</param>
/// <param name="store">What was published.</param>
internal sealed class ReleaseImages(ContainerEngine engine, ReleaseStore store) : IReleaseSource
{
    private const string KeptPrefix = PublicationOptions.Product + "-kept";

    private static readonly TimeSpan Transfer = TimeSpan.FromMinutes(30);

    public async Task<ReleaseImage> EnsureAsync(string tag, CancellationToken cancellation)
    {
        var release = ReleaseTag.Parse(tag);
        var manifest = store.Find(release)
            ?? throw new DeploymentException($"{release} was never published: there is no {ReleaseStore.ManifestName} in {store.FolderOf(release)}. Copy the folder of the release there, or publish it.", $"./build.sh Publish --tag {release}");
        var image = await engine.ImageAsync(manifest.ImageId, cancellation) ?? await FetchAsync(release, manifest, cancellation);
        Compare(release, manifest, image);
        return new ReleaseImage(manifest.Tag, image.Id, manifest.BuildId, manifest.Commit, await HeadAsync(manifest, cancellation), manifest.Reference);
    }

    public ChecksumList? ChecksumsOf(string tag) => store.ChecksumsOf(ReleaseTag.Parse(tag));

    public async Task<bool> IsPresentAsync(string imageId, CancellationToken cancellation) => await engine.ImageAsync(imageId, cancellation) is not null;

    public async Task KeepAsync(string environment, IReadOnlyList<ReleaseImage> releases, CancellationToken cancellation)
    {
        var repository = $"{KeptPrefix}/{environment}";
        var wanted = releases.ToDictionary(release => $"{repository}:{release.Tag}", release => release.ImageId);
        foreach (var (name, id) in wanted)
            await engine.TagAsync(id, name, cancellation);
        var listed = await engine.CheckedAsync(["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter", $"reference={repository}"], cancellation: cancellation);
        foreach (var name in listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => !wanted.ContainsKey(name)))
            await engine.RemoveImageAsync(name, cancellation);
    }

    private async Task<ImageFacts> FetchAsync(ReleaseTag release, ReleaseManifest manifest, CancellationToken cancellation)
    {
        if (manifest.Reference is { } reference)
            await engine.CheckedAsync(["pull", "--quiet", reference], timeout: Transfer, cancellation: cancellation);
        else
            await LoadAsync(release, manifest, cancellation);
        return await engine.ImageAsync(manifest.ImageId, cancellation)
            ?? throw new DeploymentException($"What was fetched for {release} is not the image {manifest.ImageId} that was published.");
    }

    private async Task LoadAsync(ReleaseTag release, ReleaseManifest manifest, CancellationToken cancellation)
    {
        var path = Path.Combine(store.FolderOf(release), manifest.Archive ?? PublicationOptions.ArchiveName);
        if (!File.Exists(path))
            throw new DeploymentException($"The image of {release} is not on the engine, and its archive {path} is not there.", $"./build.sh Publish --tag {release}");
        if (manifest.ArchiveSha256 is { } sum && RunVerifier.Sha256Of(path) != sum)
            throw new DeploymentException($"{path} is damaged: it does not have the SHA-256 that {ReleaseStore.ManifestName} states.");
        await ImageArchive.VerifyAsync(path, cancellation);
        await engine.CheckedAsync(["load", "--quiet", "--input", path], timeout: Transfer, cancellation: cancellation);
    }

    private static void Compare(ReleaseTag release, ReleaseManifest manifest, ImageFacts image)
    {
        foreach (var (label, wanted) in new[] { (Labels.BuildId, manifest.BuildId), (Labels.Revision, manifest.Commit), (Labels.Version, manifest.Version) })
        {
            if (image.Labels.GetValueOrDefault(label) != wanted)
                throw new DeploymentException($"The image {image.Id} says that its {label} is \"{image.Labels.GetValueOrDefault(label)}\", and {ReleaseStore.ManifestName} of {release} says \"{wanted}\": one of the two was changed.");
        }
    }

    /// <summary>Asked of the image itself, which needs neither a database nor a network for it.</summary>
    private async Task<string> HeadAsync(ReleaseManifest manifest, CancellationToken cancellation)
    {
        var run = new ContainerRun(manifest.ImageId, Labels.For(Purposes.Environment)) { Entrypoint = "dotnet", Command = ["/app/QualityGovernance.Migrations.dll", "status", "--head"] };
        var result = await engine.RunContainerAsync(run, cancellation: cancellation);
        return result.Succeeded && result.Output.Trim() is { Length: > 0 } head
            ? head
            : throw new DeploymentException($"The migrations program of {manifest.Tag} does not say which migration is its last (exit code {result.ExitCode}): {result.LastWords(2)}");
    }
}
