using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>The images of published releases on this engine: fetched or loaded when they are needed, compared with what was published, and kept.</summary>
/// <param name="engine">Gets and keeps them.</param>
/// <param name="store">What was published.</param>
internal sealed class ReleaseImages(ContainerEngine engine, ReleaseStore store) : IReleaseSource
{
    private static readonly TimeSpan Transfer = TimeSpan.FromMinutes(30);

    public async Task<ReleaseImage> EnsureAsync(string tag, CancellationToken cancellation)
    {
        var release = ReleaseTag.Parse(tag);
        var manifest = store.Require(release);
        store.Check(release, archiveMayBeGone: true);
        var image = await engine.ImageAsync(manifest.ImageId, cancellation) ?? await FetchAsync(release, manifest, cancellation);
        Compare(release, manifest, image);
        return new ReleaseImage(manifest.Tag, image.Id, manifest.BuildId, manifest.Commit, await HeadAsync(release, manifest, cancellation), manifest.Reference);
    }

    public ChecksumList? ChecksumsOf(string tag) => store.ChecksumsOf(ReleaseTag.Parse(tag));

    public async Task<bool> IsPresentAsync(string imageId, CancellationToken cancellation) => await engine.ImageAsync(imageId, cancellation) is not null;

    public Task<IReadOnlyList<string>> KeepAsync(string environment, IReadOnlyList<ReleaseImage> releases, CancellationToken cancellation) =>
        new KeptImages(engine, environment).KeepAsync(releases, cancellation);

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
        var found = await ImageArchive.VerifyAsync(path, cancellation);
        if (found != manifest.ImageId)
            throw new DeploymentException($"{path} holds the image {found}, and {ReleaseStore.ManifestName} of {release} names {manifest.ImageId}: one of the two was exchanged. Nothing was loaded. Copy the folder of the release again from where it was published.");
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

    private async Task<string> HeadAsync(ReleaseTag release, ReleaseManifest manifest, CancellationToken cancellation)
    {
        var head = await ImageSchema.HeadAsync(engine, manifest.ImageId, release.Name, cancellation);
        return manifest.SchemaHead is not { } stated || stated == head
            ? head
            : throw new DeploymentException($"The image of {release} says that its last migration is {head}, and {ReleaseStore.ManifestName} says {stated}: one of the two was changed.");
    }
}
