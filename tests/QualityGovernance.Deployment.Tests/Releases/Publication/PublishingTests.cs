using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Evidence.Attached;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

public sealed partial class PublishingTests : IDisposable
{
    private const string Docker = "/usr/bin/docker";
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private const string Registry = "127.0.0.1:5000/qgp";
    private const string Head = "20260101000000_First";
    private const string RemoteCommit = Registry + "/quality-governance:" + Commit;
    private const string Digest = Registry + "/quality-governance@sha256:d1";
    private const string Remote = Registry + "/quality-governance:v1.2.3";

    private readonly TemporaryFolder folder = new();
    private readonly SavedImage image = new();
    private readonly ManualTime time = new();
    private readonly ScriptedRunner runner = new();
    private readonly SigningKey key = SigningKey.New();

    public PublishingTests()
    {
        Trust("maker", key);
        runner.Answers(Docker).On($"git -C {folder.Path} rev-parse HEAD", Commit).On($"git -C {folder.Path} status").On($"git -C {folder.Path} rev-parse --verify", exitCode: 1).On($"{Docker} tag");
        runner.On($"{Docker} run", Head).On($"{Docker} image inspect quality-governance:", exitCode: 1, error: "Error: No such image");
        Has(image.Id, "official", "1.2.3");
        runner.On($"{Docker} save", command =>
        {
            image.Write(command.Arguments[command.Arguments.ToList().IndexOf("--output") + 1]);
            return Task.FromResult(new CommandResult(0, "", "", TimeSpan.Zero));
        });
    }

    private string Runs => Path.Combine(folder.Path, "runs");

    private ReleaseStore Store => new(Path.Combine(folder.Path, "releases"));

    private ReleaseTag Tag { get; } = ReleaseTag.Parse("v1.2.3");

    public void Dispose()
    {
        key.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_was_rehearsed_becomes_an_archive_with_checksums()
    {
        Rehearse();

        var result = await PublishAsync();

        result.ExitCode.ShouldBe(0, string.Join('\n', result.Verdict.Reasons));
        var release = Store.Find(Tag)!;
        release.ImageId.ShouldBe(image.Id);
        release.Commit.ShouldBe(Commit);
        release.BuildId.ShouldBe("build-1");
        release.SchemaHead.ShouldBe(Head);
        release.ArchiveSha256.ShouldBe(RunVerifier.Sha256Of(Path.Combine(Store.FolderOf(Tag), "image.tar")));
        File.ReadAllLines(Path.Combine(Store.FolderOf(Tag), "SHA256SUMS")).Select(line => line[66..]).ShouldBe(["checksums.sha256", "image.tar", "provenance.dsse.json", "release.json"]);
        runner.Lines.ShouldContain($"{Docker} tag {image.Id} quality-governance:v1.2.3");
        runner.Lines.ShouldContain($"{Docker} tag {image.Id} quality-governance:{Commit}");
    }

    [Fact]
    public async Task A_release_keeps_the_checksums_of_the_files_it_was_published_from()
    {
        File.WriteAllText(Path.Combine(folder.Path, "docker-stack.yml"), "services: {}");
        Rehearse();
        await PublishAsync();

        Store.ChecksumsOf(Tag)!.Entries.ShouldHaveSingleItem().Path.ShouldBe("docker-stack.yml");
        Store.ChecksumsPath(Tag).ShouldBe(Path.Combine(Store.FolderOf(Tag), "checksums.sha256"));

        File.AppendAllText(Path.Combine(Store.FolderOf(Tag), "checksums.sha256"), "\n");
        Should.Throw<DeploymentException>(() => Store.ChecksumsOf(Tag)).Message.ShouldContain("states another SHA-256");
    }

    [Fact]
    public async Task The_bill_of_materials_of_the_image_stands_beside_it_under_its_checksums()
    {
        Rehearse();
        new RecordedReceipt("SoftwareBillOfMaterials") { Image = image.Id, Commit = Commit }.Write(Runs, time);

        await PublishAsync();

        File.ReadAllLines(Path.Combine(Store.FolderOf(Tag), "SHA256SUMS")).Select(line => line[66..]).ShouldBe(["app.cdx.json", "checksums.sha256", "image.cdx.json", "image.tar", "provenance.dsse.json", "release.json"]);
        File.ReadAllText(Path.Combine(Store.FolderOf(Tag), "image.cdx.json")).ShouldBe($"image.cdx.json of {image.Id}");
    }

    [Fact]
    public void A_bill_that_was_published_stays_where_there_is_no_newer_one()
    {
        var before = Directory.CreateDirectory(Store.FolderOf(Tag)).FullName;
        File.WriteAllText(Path.Combine(before, "app.cdx.json"), "published before");
        var into = Store.Begin(Tag);

        Store.TakeBill(Tag, Runs, RunVerifier.Read(RecordedRehearsal.Write(Runs, Commit, "no", image.Id, Outcome.Passed, time))).ShouldBe(["app.cdx.json"]);

        File.ReadAllText(Path.Combine(into, "app.cdx.json")).ShouldBe("published before");
    }

    [Fact]
    public void A_bill_that_was_signed_stays_even_where_there_is_a_newer_one()
    {
        var before = Directory.CreateDirectory(Store.FolderOf(Tag)).FullName;
        File.WriteAllText(Path.Combine(before, "app.cdx.json"), "published before");
        File.WriteAllText(Path.Combine(before, "provenance.dsse.json"), "{}");
        new RecordedReceipt("SoftwareBillOfMaterials") { Image = image.Id, Commit = Commit }.Write(Runs, time);
        var into = Store.Begin(Tag);

        Store.TakeBill(Tag, Runs, RunVerifier.Read(RecordedRehearsal.Write(Runs, Commit, "no", image.Id, Outcome.Passed, time))).ShouldBe(["app.cdx.json"]);

        File.ReadAllText(Path.Combine(into, "app.cdx.json")).ShouldBe("published before");
    }

    [Fact]
    public async Task A_bill_of_materials_of_another_image_does_not()
    {
        Rehearse();
        new RecordedReceipt("SoftwareBillOfMaterials") { Image = "sha256:0000", Commit = Commit }.Write(Runs, time);

        var result = await PublishAsync();

        RunVerifier.Read(result.Run).Step("RecordRelease")!.Observations["bill-of-materials"].ShouldBe("none was made of this image");
        File.Exists(Path.Combine(Store.FolderOf(Tag), "image.cdx.json")).ShouldBeFalse();
    }

    [Fact]
    public void There_are_no_checksums_of_what_was_never_published() =>
        Should.Throw<DeploymentException>(() => Store.ChecksumsPath(Tag)).Message.ShouldContain("there is no release.json");

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        Rehearse();
        await PublishAsync();
        var before = Files();

        (await PublishAsync()).ExitCode.ShouldBe(0);

        Files().ShouldBe(before);
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("v1.0")]
    [InlineData("v01.0.0")]
    [InlineData("v1.0.0-")]
    [InlineData("v1.0.0+build")]
    [InlineData("latest")]
    [InlineData(null)]
    public void A_tag_that_is_no_version_is_refused(string? tag) => Should.Throw<DeploymentException>(() => ReleaseTag.Parse(tag)).Message.ShouldContain("is no release");

    [Fact]
    public void A_pre_release_is_a_version() => ReleaseTag.Parse("v1.0.0-rc.1").Version.ShouldBe("1.0.0-rc.1");

    [Fact]
    public Task Uncommitted_changes_are_refused()
    {
        Rehearse();
        runner.On($"git -C {folder.Path} status", " M src/Program.cs");
        return RefusedAsync("has uncommitted changes");
    }

    [Fact]
    public Task A_tag_of_the_repository_at_another_commit_is_refused()
    {
        Rehearse();
        runner.On($"git -C {folder.Path} rev-parse --verify", "fedcba");
        return RefusedAsync("The repository's tag v1.2.3 is commit fedcba");
    }

    [Fact]
    public Task A_commit_that_was_never_rehearsed_is_refused() => RefusedAsync("it was never rehearsed");

    [Fact]
    public Task A_rehearsal_of_another_commit_does_not_count()
    {
        Rehearse(commit: "another");
        return RefusedAsync("it was never rehearsed");
    }

    [Fact]
    public Task A_rehearsal_that_failed_does_not_count()
    {
        Rehearse(last: Outcome.Failed);
        return RefusedAsync("is failed (VerifyDatabase failed");
    }

    [Fact]
    public Task A_rehearsal_that_is_incomplete_does_not_count()
    {
        Rehearse(last: Outcome.Unknown);
        return RefusedAsync("is incomplete");
    }

    [Fact]
    public Task A_rehearsal_of_uncommitted_changes_does_not_count()
    {
        Rehearse(dirty: "yes");
        return RefusedAsync("was made with uncommitted changes");
    }

    [Fact]
    public Task A_rehearsal_whose_record_was_edited_does_not_count()
    {
        var ledger = Rehearse(last: Outcome.Failed);
        File.WriteAllText(ledger, File.ReadAllText(ledger).Replace("\"outcome\":\"failed\"", "\"outcome\":\"passed\""));
        return RefusedAsync("is failed");
    }

    [Fact]
    public Task An_image_that_is_gone_is_not_built_again()
    {
        Rehearse();
        runner.On($"{Docker} image inspect {image.Id}", exitCode: 1, error: "Error: No such image");
        return RefusedAsync("is not on this engine any more");
    }

    [Fact]
    public async Task A_stand_in_base_needs_a_word()
    {
        Rehearse();
        Has(image.Id, "stand-in", "1.2.3");
        await RefusedAsync("stands on stand-in base images");

        (await PublishAsync(allowStandIn: true)).ExitCode.ShouldBe(0);
        Store.Find(Tag)!.BaseKind.ShouldBe("stand-in");
    }

    [Fact]
    public Task An_image_of_another_version_is_refused()
    {
        Rehearse();
        Has(image.Id, "official", "1.2.2");
        return RefusedAsync("The image says that it is version 1.2.2");
    }

    [Fact]
    public async Task A_release_never_changes()
    {
        Rehearse();
        await PublishAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        Rehearse(id: "sha256:ff");
        Has("sha256:ff", "official", "1.2.3");

        var result = await PublishAsync();

        result.Failed!.Reason!.ShouldContain("v1.2.3 is published already, as " + image.Id);
        Store.Find(Tag)!.ImageId.ShouldBe(image.Id);
    }

    [Fact]
    public async Task An_archive_that_holds_something_else_is_no_release()
    {
        Rehearse(id: "sha256:ff");
        Has("sha256:ff", "official", "1.2.3");

        var result = await PublishAsync();

        result.Failed!.Name.ShouldBe("VerifyRelease");
        result.Failed.Reason!.ShouldContain($"What was published is {image.Id}");
        Directory.EnumerateDirectories(Store.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_published_archive_that_was_damaged_since_is_found()
    {
        Rehearse();
        await PublishAsync();
        await File.AppendAllTextAsync(Path.Combine(Store.FolderOf(Tag), "image.tar"), "x");

        (await PublishAsync()).Failed!.Reason!.ShouldContain("is damaged");
    }

    /// <param name="refusal">What the registry answers to whoever asks for an image; null: that there is none.</param>
    private void RegistryHas(string? refusal)
    {
        runner.On($"{Docker} push").On($"{Docker} pull --quiet {Digest}");
        foreach (var name in new[] { Remote, RemoteCommit })
            runner.On($"{Docker} pull --quiet {name}", exitCode: 1, error: name == Remote && refusal is not null ? refusal : "manifest unknown");
        foreach (var name in new[] { Remote, RemoteCommit, Digest })
            runner.On($"{Docker} image inspect {name}", EngineScript.Image(image.Id, digests: $"\"{Digest}\""));
    }

    private async Task RefusedAsync(string reason)
    {
        var result = await PublishAsync();

        result.ExitCode.ShouldBe(1);
        result.Failed!.Name.ShouldBe("CheckRelease");
        result.Failed.Reason!.ShouldContain(reason);
        Store.Find(Tag).ShouldBeNull();
        runner.Lines.ShouldNotContain(line => line.StartsWith($"{Docker} save", StringComparison.Ordinal) || line.StartsWith($"{Docker} tag", StringComparison.Ordinal));
    }

    /// <summary>Every file of the release, with its hash.</summary>
    private IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Store.FolderOf(Tag)).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {RunVerifier.Sha256Of(file)}")];

    private void Trust(string name, SigningKey trusted)
    {
        var file = Path.Combine(folder.Path, TrustedKeys.Folder, name + ".pem");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, trusted.PublicPem);
    }

    private Task<ProcedureResult> PublishAsync(string? registry = null, bool allowStandIn = false) => PublishAsync(key, registry, allowStandIn);

    private async Task<ProcedureResult> PublishAsync(SigningKey? signer, string? registry = null, bool allowStandIn = false, bool requireSignature = false)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        using var session = new ProcedureSession(new ProcedureOptions("Publish", folder.Path, Runs), new RecordingConsole(), runner, new SecretMask(), time);
        return await new Publishing(new PublicationOptions(folder.Path, Runs, Tag, registry, allowStandIn) { RequireSignature = requireSignature }, new FakeMachine().Has(Docker), Store, time, signer).RunAsync(session);
    }

    private void Has(string reference, string baseKind, string version, string? id = null) => runner.On(
        $"{Docker} image inspect {reference}",
        EngineScript.Image(id ?? reference, labels: $"\"qgp.base-kind\":\"{baseKind}\",\"qgp.build-id\":\"build-1\",\"org.opencontainers.image.version\":\"{version}\""));

    /// <returns>The path of the ledger.</returns>
    private string Rehearse(string commit = Commit, string dirty = "no", Outcome last = Outcome.Passed, string? id = null) =>
        RecordedRehearsal.Write(Runs, commit, dirty, id ?? image.Id, last, time).LedgerPath;
}
