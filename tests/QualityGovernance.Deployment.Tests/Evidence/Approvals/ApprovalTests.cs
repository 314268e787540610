using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Evidence.Signing;

namespace QualityGovernance.Deployment.Tests.Evidence.Approvals;

public sealed class ApprovalTests : IDisposable
{
    private const string Author = "author@example.org";

    private readonly TemporaryFolder checkout = new();
    private readonly RecordingConsole console = new();
    private readonly ScriptedRunner git = new();
    private readonly SigningKey jane = SigningKey.New();
    private readonly SigningKey omar = SigningKey.New();
    private readonly SignedPack pack = new();

    public ApprovalTests()
    {
        git.On("git", Author + "\n");
        Trust("maker", pack.Maker);
        Trust("jane", jane);
        Trust("omar", omar);
        Policy("""{ "production": ["technical", "security"], "people": { "jane": { "email": "jane@example.org", "roles": ["technical", "security"] }, "omar": { "email": "omar@example.org", "roles": ["security"] }, "maker": { "email": "m@example.org", "roles": ["owner"] } } }""");
    }

    public void Dispose()
    {
        pack.Dispose();
        jane.Dispose();
        omar.Dispose();
        checkout.Dispose();
    }

    [Fact]
    public async Task Approvals_hold_until_a_byte_of_the_pack_changes()
    {
        await ApproveAsync("technical", "jane", jane);
        await ApproveAsync("security", "omar", omar);

        Verify().ExitCode.ShouldBe(0);
        Verify().Approvals.Select(approval => $"{approval.Role} {approval.By}").ShouldBe(["security omar", "technical jane"]);

        File.AppendAllText(pack.At("SHA256SUMS"), "\n");
        Verify().Approvals.ShouldBeEmpty();
        Verify().Problems.ShouldContain(problem => problem.StartsWith("technical.dsse.json is void", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("quality", "jane", "There is no role \"quality\"")]
    [InlineData("technical", "mallory", "does not name mallory")]
    [InlineData("security", "jane", "The key is not that of jane")]
    [InlineData("technical", "omar", "omar may approve in the roles security")]
    public async Task Whoever_may_not_is_refused_by_name(string role, string by, string reason) =>
        (await RefusedAsync(role, by, omar)).ShouldContain(reason);

    [Fact]
    public async Task Nobody_approves_what_they_wrote_or_made()
    {
        git.On("git", "JANE@example.org\n");

        (await RefusedAsync("technical", "jane", jane)).ShouldContain("jane has written abc");
        (await RefusedAsync("owner", "maker", pack.Maker)).ShouldContain("has made and signed this pack");
    }

    [Fact]
    public async Task A_commit_that_is_not_here_has_no_author_that_could_be_another()
    {
        git.On("git", exitCode: 128, error: "fatal: bad object");

        (await RefusedAsync("technical", "jane", jane)).ShouldContain("Who wrote abc cannot be told");
    }

    [Fact]
    public async Task What_was_changed_what_is_not_signed_and_what_has_failed_is_not_approved()
    {
        using var unsigned = new SignedPack(isSigned: false);
        using var failed = new SignedPack(Outcome.Failed);
        Trust("maker", failed.Maker);
        (await RefusedAsync("technical", "jane", jane, failed.Folder)).ShouldContain("has failed, and what has failed is not approved");
        (await RefusedAsync("technical", "jane", jane, unsigned.Folder)).ShouldContain("Nobody whom this checkout trusts has signed the pack");
        Trust("maker", pack.Maker);
        File.AppendAllText(pack.At("pack.md"), " ");
        (await RefusedAsync("technical", "jane", jane)).ShouldContain("pack.md was changed.");
    }

    [Fact]
    public async Task Whoever_approves_an_incomplete_pack_is_told_what_it_lacks()
    {
        await ApproveAsync("technical", "jane", jane);

        console.Text.ShouldContain($"Acceptance pack: incomplete. Rehearsal {pack.Pack.Record.Run.Id}; not run: ");
        console.Text.ShouldContain("jane approves it as it is: ");
        console.Text.ShouldContain("Vulnerability scan not run.");
    }

    [Fact]
    public async Task An_approval_in_somebody_elses_name_is_void()
    {
        await ApproveAsync("technical", "jane", jane);
        var forged = new Approval("technical", "jane", DateTimeOffset.UnixEpoch);
        forged.Write(pack.Folder, RunVerifier.Sha256Of(pack.At("SHA256SUMS")), omar);

        Verify().Problems.ShouldHaveSingleItem().ShouldBe("technical.dsse.json is void: it names jane, and omar has signed it.");
    }

    [Fact]
    public async Task An_approval_that_is_taken_for_another_role_is_found_out()
    {
        await ApproveAsync("technical", "jane", jane);
        File.Copy(Approval.FileOf(pack.Folder, "technical"), Approval.FileOf(pack.Folder, "owner"));

        Verify().Problems.ShouldHaveSingleItem().ShouldContain("owner.dsse.json was changed: it is not the approval of the role");
    }

    [Theory]
    [InlineData("""{ "production": [], "people": {} }""", "names no role")]
    [InlineData("""{ "production": ["boss"], "people": {} }""", "\"production\" names boss")]
    [InlineData("""{ "production": ["owner"], "people": { "a b": { "email": "a@b", "roles": ["boss"] } } }""", "\"a b\" cannot be the name of a key")]
    [InlineData("""{ "production": ["owner"], "people": {}, "extra": 1 }""", "is no policy of approvals")]
    public void A_policy_that_makes_no_sense_is_refused(string policy, string reason)
    {
        Policy(policy);

        Should.Throw<DeploymentException>(() => ApprovalPolicy.Read(checkout.Path)).Message.ShouldContain(reason);
    }

    private Task ApproveAsync(string role, string by, SigningKey key, string? folder = null) =>
        new Approving(checkout.Path, git, new ManualTime(), console).ApproveAsync(folder ?? pack.Folder, role, by, key);

    private async Task<string> RefusedAsync(string role, string by, SigningKey key, string? folder = null)
    {
        var failure = await Should.ThrowAsync<DeploymentException>(() => ApproveAsync(role, by, key, folder));
        File.Exists(Approval.FileOf(folder ?? pack.Folder, role)).ShouldBeFalse();
        return failure.Message;
    }

    private PackVerification Verify() => PackVerifier.Verify(pack.Folder, TrustedKeys.Read(Path.Combine(checkout.Path, TrustedKeys.Folder)));

    private void Trust(string name, SigningKey key) => Write($"{TrustedKeys.Folder}/{name}.pem", key.PublicPem);

    private void Policy(string json) => Write(ApprovalPolicy.FileName, json);

    private void Write(string path, string content)
    {
        var file = Path.Combine(checkout.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
