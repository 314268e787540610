using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Evidence.Signing;

namespace QualityGovernance.Deployment.Tests.Evidence.Approvals;

public sealed class ProductionApprovalsTests : IDisposable
{
    private const string Image = "sha256:aaaa";

    private readonly TemporaryFolder checkout = new();
    private readonly SigningKey jane = SigningKey.New();
    private readonly SigningKey omar = SigningKey.New();
    private readonly SignedPack pack = new(image: Image);

    public ProductionApprovalsTests()
    {
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
    public void Every_role_by_somebody_of_its_own_is_enough()
    {
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);

        Require().Count.ShouldBe(2);
    }

    [Fact]
    public void A_role_that_is_missing_is_named() => Refusal(() => Approve("technical", "jane", jane)).ShouldContain("Production needs the approval of owner for");

    [Fact]
    public void One_person_in_two_roles_is_one_person() => Refusal(() =>
    {
        Approve("technical", "jane", jane);
        Approve("owner", "jane", jane);
    }).ShouldContain("jane has approved in 2 roles (owner, technical)");

    [Fact]
    public void Somebody_whom_the_policy_does_not_name_in_that_role_does_not_count() => Refusal(() =>
    {
        Approve("technical", "omar", omar);
        Approve("owner", "jane", jane);
    }).ShouldContain("Production needs the approval of technical");

    [Fact]
    public void A_pack_that_was_changed_is_no_ground_to_stand_on() => Refusal(() =>
    {
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);
        File.AppendAllText(pack.At("pack.html"), " ");
    }).ShouldContain("pack.html was changed.");

    [Fact]
    public void Another_image_than_the_approved_one_is_refused()
    {
        Approve("technical", "jane", jane);
        Approve("owner", "omar", omar);

        Should.Throw<DeploymentException>(() => Gate().Require(pack.Pack.Record.Run.Id.Value, "sha256:bbbb")).Message.ShouldContain($"What was approved is the image {Image}, and the release is sha256:bbbb");
    }

    [Fact]
    public void Without_a_pack_the_way_to_one_is_named()
    {
        var failure = Should.Throw<DeploymentException>(() => Gate().Require("20261125-000000-0000", Image));

        failure.Message.ShouldContain("There is no acceptance pack of the rehearsal 20261125-000000-0000");
        failure.NextCommand.ShouldNotBeNull().ShouldStartWith("./build.sh Evidence --run 20261125-000000-0000");
    }

    private string Refusal(Action before)
    {
        before();
        return Should.Throw<DeploymentException>(() => Require()).Message;
    }

    private IReadOnlyList<Approval> Require() => Gate().Require(pack.Pack.Record.Run.Id.Value, Image);

    private ProductionApprovals Gate() => new(checkout.Path, Path.GetDirectoryName(pack.Folder)!);

    private void Approve(string role, string by, SigningKey key) => new Approval(role, by, DateTimeOffset.UnixEpoch).Write(pack.Folder, RunVerifier.Sha256Of(pack.At("SHA256SUMS")), key);

    private void Write(string path, string content)
    {
        var file = Path.Combine(checkout.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
