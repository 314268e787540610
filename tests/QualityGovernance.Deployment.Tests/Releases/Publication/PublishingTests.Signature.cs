using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

/// <summary>Of who vouches for a release.</summary>
public sealed partial class PublishingTests
{
    private string Envelope => Path.Combine(Store.FolderOf(Tag), ReleaseSeal.FileName);

    private ReleaseSignature Signature => ReleaseSeal.Read(Store.FolderOf(Tag), Store.Find(Tag)!, TrustedKeys.Read(Path.Combine(folder.Path, TrustedKeys.Folder)));

    [Fact]
    public async Task A_release_says_signed_where_it_comes_from()
    {
        File.WriteAllText(Path.Combine(folder.Path, "global.json"), "{}");
        Rehearse();

        var result = await PublishAsync();

        Signature.Holds.ShouldBeTrue(Signature.ToString());
        RunVerifier.Read(result.Run).Step("SignRelease")!.Observations["signature"].ShouldBe("signed by maker");
        var statement = Signed();
        statement.Subjects["quality-governance:v1.2.3"].ShouldBe(image.Id["sha256:".Length..]);
        statement.Subjects["image.tar"].ShouldBe(Store.Find(Tag)!.ArchiveSha256);
        var dependencies = statement.Predicate["buildDefinition"]!["resolvedDependencies"]!;
        dependencies[0]!["digest"]!["gitCommit"]!.ToString().ShouldBe(Commit);
        dependencies[1]!["uri"]!.ToString().ShouldBe("global.json");
        dependencies[1]!["digest"]!["sha256"]!.ToString().ShouldBe(RunVerifier.Sha256Of(Path.Combine(folder.Path, "global.json")));
        statement.Predicate["buildDefinition"]!["externalParameters"]!["tag"]!.ToString().ShouldBe("v1.2.3");
        statement.Predicate["runDetails"]!["metadata"]!["invocationId"]!.ToString().ShouldBe(Store.Find(Tag)!.RehearsalRun);
        statement.Predicate["runDetails"]!["metadata"]!["qgp_publicationId"]!.ToString().ShouldBe(result.Run.Id.Value);
    }

    [Fact]
    public async Task Without_a_key_a_release_is_unsigned_and_says_so_and_gets_its_signature_later()
    {
        Rehearse();

        var result = await PublishAsync(signer: null);

        result.Failed.ShouldBeNull();
        result.ExitCode.ShouldBe(3);
        RunVerifier.Read(result.Run).Step("SignRelease")!.Outcome.ShouldBe(Outcome.Unknown);
        result.Verdict.Reasons.ShouldHaveSingleItem().ShouldContain("v1.2.3 is not signed");
        File.Exists(Path.Combine(Store.FolderOf(Tag), ReleaseSeal.UnsignedName)).ShouldBeTrue();
        var before = Files();
        (await PublishAsync(signer: null)).ExitCode.ShouldBe(3);
        Files().ShouldBe(before);

        (await PublishAsync()).ExitCode.ShouldBe(0);

        Signature.Holds.ShouldBeTrue();
        File.Exists(Path.Combine(Store.FolderOf(Tag), ReleaseSeal.UnsignedName)).ShouldBeFalse();
        Store.Check(Tag, archiveMayBeGone: false);
        (await PublishAsync(signer: null)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public Task A_signature_that_is_asked_for_needs_a_key()
    {
        Rehearse();
        return RefusedAsync(signer: null, "v1.2.3 is to be signed, and there is no key");
    }

    [Fact]
    public async Task A_signature_that_is_asked_for_needs_a_key_that_is_trusted()
    {
        Rehearse();
        using var stranger = SigningKey.New();
        await RefusedAsync(stranger, $"the key {stranger.KeyId} is not among the trusted ones (1 of them)");

        (await PublishAsync(stranger)).ExitCode.ShouldBe(3);
        Signature.Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task A_signature_that_is_there_is_enough_where_one_is_asked_for()
    {
        Rehearse();
        await PublishAsync();

        (await PublishAsync(signer: null, requireSignature: true)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_place_that_comes_later_is_signed_too_and_without_a_key_the_first_signature_stays()
    {
        Rehearse();
        RegistryHas(null);
        await PublishAsync(Registry);
        Signed().Subjects.Keys.ShouldNotContain("image.tar");
        var first = File.ReadAllText(Envelope);

        (await PublishAsync(signer: null)).ExitCode.ShouldBe(0);
        File.ReadAllText(Envelope).ShouldBe(first);

        (await PublishAsync()).ExitCode.ShouldBe(0);
        Signed().Subjects["image.tar"].ShouldBe(Store.Find(Tag)!.ArchiveSha256);
        (Store.Find(Tag)!.Reference, Store.Find(Tag)!.Archive).ShouldBe((Digest, "image.tar"));
    }

    [Fact]
    public async Task A_bill_of_materials_beside_the_image_is_signed_with_it()
    {
        Rehearse();
        await PublishAsync();
        Store.Add(Tag, "application.cdx.json", "{}");

        (await PublishAsync()).ExitCode.ShouldBe(0);

        Signed().Subjects["application.cdx.json"].ShouldBe(RunVerifier.Sha256Of(Path.Combine(Store.FolderOf(Tag), "application.cdx.json")));
    }

    [Fact]
    public async Task A_signature_that_was_changed_with_its_checksums_is_found()
    {
        Rehearse();
        await PublishAsync();
        var text = File.ReadAllText(Envelope);
        File.WriteAllText(Envelope, text.Replace("\"sig\": \"M", "\"sig\": \"N"));
        File.ReadAllText(Envelope).ShouldNotBe(text);
        Checksums.Write(Store.FolderOf(Tag));

        var result = await PublishAsync();

        result.Failed!.Name.ShouldBe("SignRelease");
        result.Failed.Reason!.ShouldContain("v1.2.3 is not what was signed when it was published: provenance.dsse.json was changed");
    }

    private Statement Signed() => Statement.Of(Deployment.Evidence.Signing.Envelope.Parse(File.ReadAllText(Envelope), "it"), "it");

    private async Task RefusedAsync(SigningKey? signer, string reason)
    {
        var result = await PublishAsync(signer, requireSignature: true);

        result.Failed!.Name.ShouldBe("CheckRelease");
        result.Failed.Reason!.ShouldContain(reason);
        Store.Find(Tag).ShouldBeNull();
    }
}
