using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Releases.Publication;

namespace QualityGovernance.Deployment.Tests.Releases.Vouching;

/// <summary>The release v1.0.0 of a fake environment, as it is published: recorded, signed, with the pack of its rehearsal, in a checkout that a test may damage.</summary>
internal sealed class VouchedRelease : IDisposable
{
    public const string Image = "sha256:one";
    public const string Commit = "commit-one";

    private readonly TemporaryFolder checkout = new();
    private readonly Run rehearsal;

    public VouchedRelease()
    {
        Trust("maker", Maker);
        rehearsal = RecordedRehearsal.Write(At("runs"), Commit, "no", Image, Outcome.Passed, new ManualTime());
        Git.On("git", "author@example.org\n");
        var path = Store.Begin(Tag);
        File.WriteAllText(Path.Combine(path, PublicationOptions.ArchiveName), "an image");
        Write("global.json", "{}");
        Store.Keep(Tag, new ReleaseManifest
        {
            Tag = Tag.Name, Version = Tag.Version, Commit = Commit, BuildId = "build-one", ImageId = Image, BaseKind = "official", RehearsalRun = rehearsal.Id.Value, Created = DateTimeOffset.UnixEpoch,
            Archive = PublicationOptions.ArchiveName, ArchiveSha256 = RunVerifier.Sha256Of(Path.Combine(path, PublicationOptions.ArchiveName)), ChecksumsSha256 = Store.WriteChecksums(Tag, checkout.Path),
        });
        Sign(Maker);
        var pack = Pack.Of(RunVerifier.Read(rehearsal), []);
        PackFolder = new PackFolder(At("evidence")).Write(pack);
        PackSeal.Write(PackFolder, pack, Maker);
    }

    public static ReleaseTag Tag { get; } = ReleaseTag.Parse("v1.0.0");

    public SigningKey Maker { get; } = SigningKey.New();

    public ScriptedRunner Git { get; } = new();

    public string PackFolder { get; }

    public ReleaseStore Store => new(At("releases"));

    public string Folder => Store.FolderOf(Tag);

    public ReleaseTrust Gate => new(checkout.Path, Store, At("evidence"), Git);

    public void Sign(SigningKey key) => Store.Add(Tag, ReleaseSeal.FileName, Statement().Sign(key).ToString());

    /// <summary>What the release's own publication would sign.</summary>
    public Statement Statement() => ReleaseProvenance.Of(Store, new PublicationOptions(checkout.Path, At("runs"), Tag, Registry: null, AllowStandInBase: false), rehearsal.Id);

    /// <summary>Changes the record, and whatever sums it up.</summary>
    public void Change(Func<ReleaseManifest, ReleaseManifest> change)
    {
        var manifest = change(Store.Find(Tag)!);
        Store.Begin(Tag);
        Store.Keep(Tag, manifest);
    }

    /// <summary>Puts something else into a file of the release, and sums it up anew.</summary>
    public void Replace(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        Checksums.Write(Folder);
    }

    public void Trust(string name, SigningKey key) => Write($"{TrustedKeys.Folder}/{name}.pem", key.PublicPem);

    /// <summary>Two roles, with a person for each.</summary>
    public void Policy() => Write(ApprovalPolicy.FileName, """
        { "production": ["technical", "owner"], "people": { "jane": { "email": "jane@example.org", "roles": ["technical"] }, "omar": { "email": "omar@example.org", "roles": ["owner"] } } }
        """);

    public void Approve(string role, string by, SigningKey key)
    {
        Trust(by, key);
        new Approval(role, by, DateTimeOffset.UnixEpoch).Write(PackFolder, RunVerifier.Sha256Of(Path.Combine(PackFolder, "SHA256SUMS")), key);
    }

    public void Dispose()
    {
        Maker.Dispose();
        checkout.Dispose();
    }

    private string At(string path) => Path.Combine(checkout.Path, path);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), content);
    }
}
