using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Evidence.Signing;

namespace QualityGovernance.Deployment.Tests.Evidence.Approvals;

public sealed class ProductionApprovalsTests : IDisposable
{
    private const string Image = "sha256:aaaa";

    private readonly TemporaryFolder checkout = new();
    private readonly SigningKey jane = SigningKey.New();
    private readonly SigningKey omar = SigningKey.New();
    private readonly SignedPack pack = new(image: Image);
    private readonly ScriptedRunner git = new();

    public ProductionApprovalsTests()
    {
        git.On("git", "author@example.org\n");
        Write($"{TrustedKeys.Folder}/maker.pem", pack.Maker.PublicPem);
        Write($"{TrustedKeys.Folder}/jane.pem", jane.PublicPem);
        Write($"{TrustedKeys.Folder}/omar.pem", omar.PublicPem);
        Write(ApprovalPolicy.FileName, """{ "production": ["technical", "owner"], "people": { "jane": { "email": "jane@example.org", "roles": ["technical", "owner"] }, "omar": { "email": "omar@example.org", "roles": ["owner"] } } }""");
    }

    public void Dispose()
    {
        pack.Dispose();
        jane.Dispose();
        omar.Dispose();
        checkout.Dispose();
    }

    [Fact]
    public async Task Every_role_by_somebody_of_its_own_is_enough()
    {
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);

        (await RequireAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_role_that_is_missing_is_named() => (await RefusalAsync(() => Approve("technical", "jane", jane))).ShouldContain("Production needs the approval of owner for");

    [Fact]
    public async Task One_person_in_two_roles_is_one_person() => (await RefusalAsync(() =>
    {
        Approve("technical", "jane", jane);
        Approve("owner", "jane", jane);
    })).ShouldContain("jane has approved in 2 roles (owner, technical)");

    [Fact]
    public async Task Somebody_whom_the_policy_does_not_name_in_that_role_does_not_count() => (await RefusalAsync(() =>
    {
        Approve("technical", "omar", omar);
        Approve("owner", "jane", jane);
    })).ShouldContain("Production needs the approval of technical");

    [Fact]
    public async Task A_pack_that_was_changed_is_no_ground_to_stand_on() => (await RefusalAsync(() =>
    {
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);
        File.AppendAllText(pack.At("pack.html"), " ");
    })).ShouldContain("pack.html was changed.");

    [Fact]
    public async Task Another_image_than_the_approved_one_is_refused()
    {
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);

        (await Should.ThrowAsync<DeploymentException>(() => Gate().RequireAsync(pack.Pack.Record.Run.Id.Value, "sha256:bbbb", "abc", []))).Message.ShouldContain($"What was approved is the image {Image}, and the release is sha256:bbbb");
    }

    [Fact]
    public async Task Whoever_wrote_the_commit_does_not_approve_it_however_it_was_signed() => (await RefusalAsync(() =>
    {
        git.On("git", "OMAR@example.org\n");
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);
    })).ShouldContain("omar has approved in the role owner what they wrote themselves: abc");

    [Fact]
    public async Task Whoever_signed_the_release_does_not_approve_it() => (await RefusalAsync(() =>
    {
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);
    }, maker: "jane")).ShouldContain("jane has approved in the role technical what they made and signed themselves");

    [Fact]
    public async Task A_commit_that_is_not_here_has_no_author_that_could_be_another() => (await RefusalAsync(() =>
    {
        git.On("git", exitCode: 128, error: "fatal: bad object");
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);
    })).ShouldContain("Who wrote abc cannot be told");

    [Fact]
    public async Task Without_a_pack_the_way_to_one_is_named()
    {
        var failure = await Should.ThrowAsync<DeploymentException>(() => Gate().RequireAsync("20261125-000000-0000", Image, "abc", []));

        failure.Message.ShouldContain("There is no acceptance pack of the rehearsal 20261125-000000-0000");
        failure.NextCommand.ShouldNotBeNull().ShouldStartWith("./build.sh Evidence --run 20261125-000000-0000");
    }

    private async Task<string> RefusalAsync(Action before, string maker = "maker")
    {
        before();
        return (await Should.ThrowAsync<DeploymentException>(() => RequireAsync(maker))).Message;
    }

    private Task<IReadOnlyList<Approval>> RequireAsync(string maker = "maker") => Gate().RequireAsync(pack.Pack.Record.Run.Id.Value, Image, "abc", [maker]);

    private ProductionApprovals Gate() => new(checkout.Path, Path.GetDirectoryName(pack.Folder)!, git);

    private void Approve(string role, string by, SigningKey key) => new Approval(role, by, DateTimeOffset.UnixEpoch).Write(pack.Folder, RunVerifier.Sha256Of(pack.At("SHA256SUMS")), key);

    private void Write(string path, string content)
    {
        var file = Path.Combine(checkout.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
