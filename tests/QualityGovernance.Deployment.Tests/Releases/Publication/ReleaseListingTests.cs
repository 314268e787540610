using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Vouching;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

public sealed class ReleaseListingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();

    public void Dispose() => folder.Dispose();

    private ReleaseStore Store => new(folder.Path);

    [Fact]
    public void Each_release_is_told_with_its_image_and_its_place()
    {
        Keep("v1.0.0");
        Keep("v1.1.0");

        new ReleaseListing(Store, new TrustedKeys([]), console).Tell().ShouldBe(0);

        console.Lines.Where(line => line.StartsWith('v')).ShouldBe(["v1.0.0: sha256:v1.0.0", "v1.1.0: sha256:v1.1.0"]);
        console.Text.ShouldContain("In registry.example.org/qgp@sha256:1");
        console.Text.ShouldContain("Last migration: 20261123000000_Initial");
    }

    [Fact]
    public void A_signature_that_is_missing_is_told_and_one_that_is_wrong_is_an_error()
    {
        Keep("v1.0.0");
        new ReleaseListing(Store, new TrustedKeys([]), console).Tell().ShouldBe(0);
        console.Text.ShouldContain("Signature: v1.0.0 is not signed");

        Store.Add(ReleaseTag.Parse("v1.0.0"), ReleaseSeal.FileName, "{}");
        new ReleaseListing(Store, new TrustedKeys([]), console).Tell().ShouldBe(1);
        console.Text.ShouldContain("provenance.dsse.json is not an envelope");
    }

    [Fact]
    public void A_record_that_cannot_be_read_does_not_hide_the_others()
    {
        Keep("v1.0.0");
        Keep("v1.1.0");
        File.WriteAllText(Path.Combine(Store.FolderOf(ReleaseTag.Parse("v1.0.0")), "release.json"), "{");

        new ReleaseListing(Store, new TrustedKeys([]), console).Tell().ShouldBe(1);

        console.Text.ShouldContain("v1.0.0: ");
        console.Text.ShouldContain("v1.1.0: sha256:v1.1.0");
    }

    [Fact]
    public void Where_none_is_the_way_to_one_is_named()
    {
        new ReleaseListing(Store, new TrustedKeys([]), console).Tell().ShouldBe(0);

        console.Text.ShouldContain("Next: ./build.sh Publish --tag v1.0.0");
    }

    private void Keep(string tag)
    {
        var release = ReleaseTag.Parse(tag);
        Store.Begin(release);
        Store.Keep(release, new ReleaseManifest
        {
            Tag = tag, Version = tag[1..], Commit = "abc", BuildId = "1", ImageId = $"sha256:{tag}", BaseKind = "official", RehearsalRun = "20261125-000000-0000",
            SchemaHead = "20261123000000_Initial", Created = DateTimeOffset.UnixEpoch, Reference = "registry.example.org/qgp@sha256:1",
        });
    }
}
