using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

/// <summary>A release as it comes to the machine of an environment: a folder with an archive, whose image the engine may not have yet.</summary>
internal sealed class ReleaseFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReleaseFolder() => Publish("build-1");

    public SavedImage Image { get; } = new();

    public ReleaseTag Tag { get; } = ReleaseTag.Parse("v1.2.3");

    public ReleaseStore Store => new(folder.Path);

    public ReleaseManifest Manifest { get; private set; } = null!;

    public string Path => Store.FolderOf(Tag);

    public string At(string file) => System.IO.Path.Combine(Path, file);

    public void Publish(string build)
    {
        var archive = System.IO.Path.Combine(Store.Begin(Tag), PublicationOptions.ArchiveName);
        Image.Write(archive);
        Store.Keep(Tag, Manifest = new ReleaseManifest
        {
            Tag = Tag.Name, Version = Tag.Version, Commit = "abc", BuildId = build, ImageId = Image.Id, BaseKind = "official", RehearsalRun = "20261125-000000-0000",
            Created = DateTimeOffset.UnixEpoch, Archive = PublicationOptions.ArchiveName, ArchiveSha256 = RunVerifier.Sha256Of(archive),
        });
    }

    public void Dispose() => folder.Dispose();
}
