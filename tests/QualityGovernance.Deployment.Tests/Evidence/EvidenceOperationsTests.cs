using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence;
using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Engine;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence;

public sealed class EvidenceOperationsTests : IDisposable
{
    private readonly TemporaryFolder checkout = new();
    private readonly TemporaryFolder runs = new();
    private readonly SecretMask mask = new();
    private readonly RecordingConsole console = new();
    private readonly RecordedRun recorded;

    public EvidenceOperationsTests()
    {
        recorded = new RecordedRun(runs: runs);
        recorded.Start("VerifyHealth");
        recorded.Step("VerifyHealth", Outcome.Passed);
        recorded.Finish();
    }

    public void Dispose()
    {
        recorded.Dispose();
        runs.Dispose();
        checkout.Dispose();
    }

    private EvidenceOperations Operations => new(new EvidenceOptions(checkout.Path, runs.Path, Path.Combine(checkout.Path, "evidence")), new Machine(), mask, console);

    [Fact]
    public void Without_a_key_a_pack_is_made_and_says_that_nobody_signed_it()
    {
        Operations.Make(null);

        console.Text.ShouldContain("It is not signed: there is no key.");
        Operations.Verify(null).ShouldBe(3);
    }

    [Fact]
    public void With_a_key_it_is_signed_and_no_line_holds_the_key()
    {
        Operations.CreateKey("jane", null);
        Operations.Make(null);

        Operations.Verify(null).ShouldBe(0, console.Text);
        console.Text.ShouldContain("Signed by jane");
        var secret = File.ReadAllLines(Path.Combine(checkout.Path, ".nuke", "keys", "signing.pem"))[1];
        console.Text.ShouldNotContain(secret);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(checkout.Path, "evidence"), "*", SearchOption.AllDirectories))
            File.ReadAllText(file).ShouldNotContain(secret);
    }

    [Fact]
    public async Task The_same_pack_made_again_keeps_its_approvals_and_another_one_does_not()
    {
        Operations.CreateKey("maker", null);
        Operations.CreateKey("jane", Path.Combine(checkout.Path, "jane.pem"));
        File.WriteAllText(Path.Combine(checkout.Path, ".nuke", "approvals.json"), """{ "production": ["owner"], "people": { "jane": { "email": "jane@example.org", "roles": ["owner"] } } }""");
        Operations.Make(null);
        await Operations.ApproveAsync(new ScriptedRunner().On("git", "author@example.org"), null, "owner", "jane", Path.Combine(checkout.Path, "jane.pem"), new ManualTime());
        var approval = Approval.FileOf(Path.Combine(checkout.Path, "evidence", recorded.Run.Id.Value), "owner");

        Operations.Make(null);
        File.Exists(approval).ShouldBeTrue();
        Operations.Verify(null).ShouldBe(0, console.Text);

        File.AppendAllText(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(approval))!, "pack.md"), " ");
        Operations.Make(null);
        File.Exists(approval).ShouldBeFalse();
    }

    [Fact]
    public void A_run_without_a_pack_names_the_way_to_one() =>
        Should.Throw<DeploymentException>(() => Operations.Verify("20261125-000000-0000")).NextCommand.ShouldBe("./build.sh Evidence --run 20261125-000000-0000");
}
