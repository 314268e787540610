using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Releases.Deploying;

namespace QualityGovernance.Deployment.Tests.Releases.Vouching;

/// <summary>Deployments of a release that somebody vouches for, or did until a test changed something.</summary>
public sealed class ReleaseTrustTests : IDisposable
{
    private const string Item = "Signature of the release";

    private readonly VouchedRelease release = new();
    private readonly SigningKey stranger = SigningKey.New();
    private readonly SigningKey jane = SigningKey.New();
    private readonly SigningKey omar = SigningKey.New();
    private FakeEnvironment environment = new();

    public ReleaseTrustTests() => Use(environment);

    public void Dispose()
    {
        environment.Dispose();
        omar.Dispose();
        jane.Dispose();
        stranger.Dispose();
        release.Dispose();
    }

    [Fact]
    public async Task A_release_that_was_signed_and_is_what_was_signed_is_deployed()
    {
        var result = await environment.DeployAsync("v1.0.0");

        result.Failed.ShouldBeNull(environment.Console.Text);
        environment.Running.ShouldNotBeEmpty();
        RunVerifier.Read(result.Run).Step("Plan")!.Observations["signature"].ShouldBe("signed by maker");
        RunVerifier.Read(result.Run).Receipts.ShouldNotContain(receipt => receipt.Name == Item);
        environment.Console.Text.ShouldContain("Release: v1.0.0 is signed by maker");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Staging_is_told_that_nobody_vouches_for_a_release_and_gets_it(bool dryRun)
    {
        File.Delete(Path.Combine(release.Folder, ReleaseSeal.FileName));
        Checksums.Write(release.Folder);

        var result = await environment.DeployAsync("v1.0.0", dryRun);

        result.Failed.ShouldBeNull(environment.Console.Text);
        result.ExitCode.ShouldBe(3);
        RunVerifier.Read(result.Run).Receipts.Single(receipt => receipt.Name == Item).Outcome.ShouldBe(Outcome.Unknown);
        environment.Console.Text.ShouldContain("v1.0.0 is not signed");
        environment.Console.Text.ShouldContain("staging takes it all the same; production would not.");
    }

    [Fact]
    public async Task Staging_is_told_of_a_key_that_nobody_trusts()
    {
        release.Sign(stranger);

        var result = await environment.DeployAsync("v1.0.0");

        result.Failed.ShouldBeNull();
        result.Verdict.Reasons.ShouldContain(reason => reason.Contains($"signed with the key {stranger.KeyId}, which is not among the trusted keys", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EnvironmentDescription.Staging, false)]
    [InlineData(EnvironmentDescription.Staging, true)]
    [InlineData(EnvironmentDescription.Production, false)]
    public async Task An_archive_that_was_exchanged_with_its_checksums_is_refused_everywhere(string name, bool dryRun)
    {
        Become(name);
        release.Replace(PublicationOptions.ArchiveName, "another image");
        release.Change(manifest => manifest with { ArchiveSha256 = RunVerifier.Sha256Of(Path.Combine(release.Folder, PublicationOptions.ArchiveName)) });

        await RefusedAsync("image.tar was changed: it does not have the SHA-256 that was signed", dryRun);
    }

    [Fact]
    public async Task Provenance_that_was_rewritten_is_refused_everywhere()
    {
        var statement = release.Statement();
        var forged = Envelope.Parse(File.ReadAllText(Path.Combine(release.Folder, ReleaseSeal.FileName)), "it") with { Payload = System.Text.Encoding.UTF8.GetBytes((statement with { Subjects = new Dictionary<string, string>(statement.Subjects) { ["image.tar"] = "aa" } }).ToString()) };
        release.Replace(ReleaseSeal.FileName, forged.ToString());

        await RefusedAsync("provenance.dsse.json was changed: a signature of a trusted key does not hold");
    }

    [Fact]
    public async Task Provenance_with_a_byte_more_is_refused_everywhere()
    {
        release.Replace(ReleaseSeal.FileName, File.ReadAllText(Path.Combine(release.Folder, ReleaseSeal.FileName)) + " ");

        await RefusedAsync("is not an envelope in the form in which it was written");
    }

    [Fact]
    public async Task Provenance_of_another_image_is_refused_everywhere()
    {
        release.Change(manifest => manifest with { ImageId = "sha256:two" });

        await RefusedAsync("provenance.dsse.json is about the image sha256:one, and release.json names sha256:two");
    }

    [Fact]
    public async Task Provenance_of_another_commit_is_refused_everywhere()
    {
        release.Change(manifest => manifest with { Commit = "commit-two" });

        await RefusedAsync("provenance.dsse.json is about the commit commit-one, and release.json names commit-two");
    }

    [Fact]
    public async Task Provenance_of_another_release_is_refused_everywhere()
    {
        var statement = release.Statement();
        var other = statement with { Subjects = new Dictionary<string, string> { ["quality-governance:v1.1.0"] = "one" } };
        release.Replace(ReleaseSeal.FileName, other.Sign(release.Maker).ToString());

        await RefusedAsync("is about quality-governance:v1.1.0, and not about quality-governance:v1.0.0: it belongs to another release");
    }

    [Fact]
    public async Task A_signed_file_that_is_gone_is_refused_and_an_archive_whose_image_is_here_is_not_missed()
    {
        File.Delete(Path.Combine(release.Folder, PublicationOptions.ArchiveName));
        (await environment.DeployAsync("v1.0.0", dryRun: true)).Failed.ShouldBeNull(environment.Console.Text);

        File.Delete(Path.Combine(release.Folder, "checksums.sha256"));
        await RefusedAsync("checksums.sha256 is missing, and was signed");
    }

    [Fact]
    public async Task What_is_vouched_for_is_what_runs()
    {
        environment.Releases["v1.0.0"] = environment.Releases["v1.1.0"];

        await RefusedAsync("What was vouched for as v1.0.0 is the image sha256:one, and what would run is sha256:two");
    }

    [Fact]
    public async Task Production_takes_what_is_signed_and_approved()
    {
        Become(EnvironmentDescription.Production);
        release.Policy();
        release.Approve("technical", "jane", jane);
        release.Approve("owner", "omar", omar);

        var result = await environment.DeployAsync("v1.0.0");

        result.Failed.ShouldBeNull(environment.Console.Text);
        RunVerifier.Read(result.Run).Step("Plan")!.Observations["approvals"].ShouldBe("owner by omar, technical by jane");
    }

    [Fact]
    public async Task Production_refuses_what_is_not_signed()
    {
        Become(EnvironmentDescription.Production);
        File.Delete(Path.Combine(release.Folder, ReleaseSeal.FileName));
        Checksums.Write(release.Folder);

        (await RefusedAsync("v1.0.0 is not signed")).NextCommand.ShouldBe("./build.sh Publish --tag v1.0.0 --require-signature");
    }

    [Fact]
    public async Task Production_refuses_what_a_stranger_has_signed()
    {
        Become(EnvironmentDescription.Production);
        release.Sign(stranger);

        await RefusedAsync($"signed with the key {stranger.KeyId}, which is not among the trusted keys (1 of them)");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Production_refuses_what_a_role_has_not_approved(bool dryRun)
    {
        Become(EnvironmentDescription.Production);
        release.Policy();
        release.Approve("technical", "jane", jane);

        (await RefusedAsync("Production needs the approval of owner", dryRun)).NextCommand.ShouldNotBeNull().ShouldContain("Approve --run");
    }

    [Fact]
    public async Task Production_refuses_approvals_that_a_change_has_made_void()
    {
        Become(EnvironmentDescription.Production);
        release.Policy();
        release.Approve("technical", "jane", jane);
        release.Approve("owner", "omar", omar);
        File.AppendAllText(Path.Combine(release.PackFolder, "SHA256SUMS"), "\n");

        await RefusedAsync("owner.dsse.json is void");
    }

    [Fact]
    public async Task Production_refuses_the_approval_of_the_author()
    {
        Become(EnvironmentDescription.Production);
        release.Policy();
        release.Approve("technical", "jane", jane);
        release.Approve("owner", "omar", omar);
        release.Git.On("git", "jane@example.org\n");

        await RefusedAsync("jane has approved in the role technical what they wrote themselves: commit-one");
    }

    [Fact]
    public async Task The_way_back_does_not_wait_for_a_signature_and_tells_of_it()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Parts = environment.Parts with { Trust = new Deployment.Drills.Deployment.DrilledReleaseTrust() };
        await environment.DeployAsync("v1.1.0");
        Use(environment);
        release.Replace(PublicationOptions.ArchiveName, "another image");

        var result = await environment.RunAsync(session => RollbackProcedure.RunAsync(session, environment.Parts, new DeploymentRequest("RollbackApplication", Tag: null, "a test", Wait: null, DryRun: false)));

        result.ExitCode.ShouldBe(0, environment.Console.Text);
        environment.Running.ShouldAllBe(image => image == "sha256:one");
        RunVerifier.Read(result.Run).Step("Plan")!.Observations["signature"].ShouldContain("image.tar was changed");
        environment.Console.Text.ShouldContain("The way back does not wait for that.");
    }

    [Fact]
    public async Task The_way_back_to_a_release_whose_record_is_gone_says_that_it_cannot_be_told()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Parts = environment.Parts with { Trust = new Deployment.Drills.Deployment.DrilledReleaseTrust() };
        await environment.DeployAsync("v1.1.0");
        Use(environment);
        Directory.Delete(release.Folder, recursive: true);

        var result = await environment.RunAsync(session => RollbackMigrationProcedure.RunAsync(session, environment.Parts, new DeploymentRequest("RollbackMigration", Tag: null, "a test", Wait: null, DryRun: false)));

        result.Failed.ShouldBeNull(environment.Console.Text);
        RunVerifier.Read(result.Run).Step("Plan")!.Observations["signature"].ShouldStartWith("Whether v1.0.0 is signed cannot be told");
    }

    private void Use(FakeEnvironment used) => used.Parts = used.Parts with { Trust = release.Gate, Environment = used.Parts.Environment with { DrillMaxAge = null } };

    private void Become(string name)
    {
        environment.Dispose();
        environment = new FakeEnvironment(name);
        Use(environment);
    }

    /// <summary>In the plan, before anything was done.</summary>
    private async Task<Receipt> RefusedAsync(string reason, bool dryRun = false)
    {
        var result = await environment.DeployAsync("v1.0.0", dryRun);

        result.Failed.ShouldNotBeNull(environment.Console.Text).Name.ShouldBe("Plan");
        result.Failed!.Reason!.ShouldContain(reason);
        environment.Done.ShouldBeEmpty();
        environment.Running.ShouldBeEmpty();
        return result.Failed;
    }
}
