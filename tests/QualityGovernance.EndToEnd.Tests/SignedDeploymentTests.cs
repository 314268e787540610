using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.EndToEnd.Tests.Runbook;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class SignedDeploymentTests(EngineFixture fixture)
{
    private const string Fill = "v1.0.0";
    private const string ToProduction = "Deploy --environment production --tag v1.0.0 --reason \"release 1.0\" --wait 600";

    [Fact]
    public async Task A_release_goes_all_the_way_to_production_by_what_the_runbook_says_and_not_before_everybody_has_approved()
    {
        await using var registry = await LocalRegistry.StartAsync(fixture.Engine);
        await using var checkout = await ReleaseCheckout.NewAsync(fixture.Engine, fixture.RealImage);
        var type = new TypedCommands(typeof(SignedDeploymentTests), checkout.Root, checkout.Variables);
        await type.TypeAsync("SwarmInit --advertise-address 10.0.0.1", 0, ("10.0.0.1", "127.0.0.1"));

        checkout.RecordDrill();
        await MakeKeysAsync(checkout, type);
        await RehearseAsync(checkout, type);
        await ScanAsync(checkout, type);
        await EvidenceAsync(checkout, type);
        await PublishAsync(checkout, type, registry);
        await StageAsync(checkout, type);
        await RefuseAsync(checkout, type);
        await ProduceAsync(checkout, type);
        type.AllWereTyped();
    }

    private static async Task MakeKeysAsync(ReleaseCheckout checkout, TypedCommands type)
    {
        await type.TypeAsync("CreateSigningKey --by release-engineering", 0);
        foreach (var approver in checkout.Approvers.Values)
            await type.TypeAsync("CreateSigningKey --by jane.doe --key <key>", 0, ("jane.doe", approver), ("<key>", checkout.KeyOf(approver)));
        await checkout.CommitAsync("sam.author@example.org");
    }

    /// <summary>The last of them is the one that counts: an engine keeps the image of that alone.</summary>
    private static async Task RehearseAsync(ReleaseCheckout checkout, TypedCommands type)
    {
        await type.TypeAsync("Rehearsal --cached --keep", 0);
        await checkout.EndRehearsalAsync(checkout.Rehearsals()[^1]);
        var port = $"{FreePort.Find()}";
        await type.TypeAsync("Rehearsal --port 8100", 0, ("8100", port));
        checkout.LastRun().Step("StartApplication")!.Observations[FactNames.Address].ShouldContain($":{port}");
        await type.TypeAsync("Rehearsal --provision", 0);
        await type.TypeAsync("Rehearsal", 0);
        var runs = checkout.Rehearsals();
        await type.TypeAsync("CompareRuns --run <id> --run <id>", 0, ("<id>", runs[^2]), ("<id>", runs[^1]));
        await type.TypeAsync("VerifyRun --run <id>", 0, ("<id>", runs[^1]));
    }

    /// <summary>What this machine can find out, and what one with data for its scanners would.</summary>
    private static async Task ScanAsync(ReleaseCheckout checkout, TypedCommands type)
    {
        await type.TypeAsync("Scan --only secrets", 0);
        await type.TypeAsync("Scan --only container", 0);
        await type.TypeAsync("Scan --only dependencies", [0, 3]);
        await type.TypeAsync("Scan --only cve", [0, 3]);
        await type.TypeAsync("Scan", [0, 3]);
        await checkout.ScanWithDataAsync();
    }

    private static async Task EvidenceAsync(ReleaseCheckout checkout, TypedCommands type)
    {
        (await type.TypeAsync("Evidence", 0)).ShouldNotContain("not run");
        (await type.TypeAsync("VerifyEvidence", 0)).ShouldContain("release-engineering");
        foreach (var (role, approver) in checkout.Approvers.SkipLast(1))
            await ApproveAsync(checkout, type, role, approver);
    }

    private static Task<string> ApproveAsync(ReleaseCheckout checkout, TypedCommands type, string role, string approver) =>
        type.TypeAsync("Approve --role technical --by jane.doe", [0], checkout.ShellOf(approver), ("technical", role), ("jane.doe", approver));

    private async Task PublishAsync(ReleaseCheckout checkout, TypedCommands type, LocalRegistry registry)
    {
        var stands = (await new BaseImages(fixture.Engine, new Machine(), Checkout.Root, _ => { }).PresentAsync())!.Kind == BaseKind.StandIn;
        await type.TypeAsync(
            "Publish --tag v1.0.0 --registry registry.example.org:5000/qgp", 0, (Fill, checkout.Tag), ("registry.example.org:5000/qgp", registry.Name + (stands ? " --allow-stand-in-base" : "")));
        await type.TypeAsync("Publish --tag v1.0.0 --allow-stand-in-base", 0, (Fill, checkout.Tag));
        (await type.TypeAsync("ListReleases", 0)).ShouldContain(checkout.Tag);
        await type.TypeAsync("VerifyChecksums --tag v1.0.0", 0, (Fill, checkout.Tag));
    }

    private static async Task StageAsync(ReleaseCheckout checkout, TypedCommands type)
    {
        var before = await checkout.Staging.StateAsync();
        var plan = await type.TypeAsync("Deploy --environment staging --tag v1.0.0 --dry-run", 0, (Fill, checkout.Tag));
        plan.ShouldContain("signed by release-engineering");
        (await checkout.Staging.StateAsync()).ShouldBe(before);

        // The first deployment has no release to go back to, and says so.
        await type.TypeAsync("Deploy --environment staging --tag v1.0.0 --reason \"release 1.0\"", 3, (Fill, checkout.Tag));
        (await checkout.Staging.StateAsync()).ShouldNotBe(before);
        (await checkout.Staging.VersionAsync()).ShouldBe(checkout.Tag[1..]);
        await type.TypeAsync("Deploy --environment staging --tag v1.0.0", 0, (Fill, checkout.Tag));
        await type.TypeAsync("Deploy --environment staging --tag v1.0.0 --wait 600", 0, (Fill, checkout.Tag));
    }

    /// <summary>One approval is missing; then all are there, and a byte of what was signed has changed.</summary>
    private static async Task RefuseAsync(ReleaseCheckout checkout, TypedCommands type)
    {
        var before = await checkout.Production.StateAsync();
        (await type.TypeAsync(ToProduction, 1, (Fill, checkout.Tag))).ShouldContain("Production needs the approval of owner");
        await ApproveAsync(checkout, type, "owner", checkout.Approvers["owner"]);

        var seal = Path.Combine(checkout.FolderOfRelease(), ReleaseSeal.FileName);
        var signed = await File.ReadAllTextAsync(seal);
        await File.WriteAllTextAsync(seal, signed + " ");
        (await type.TypeAsync(ToProduction, 1, (Fill, checkout.Tag))).ShouldContain("is not an envelope in the form in which it was written");
        await File.WriteAllTextAsync(seal, signed);
        (await checkout.Production.StateAsync()).ShouldBe(before);
    }

    private static async Task ProduceAsync(ReleaseCheckout checkout, TypedCommands type)
    {
        var before = await checkout.Production.StateAsync();
        await type.TypeAsync("Deploy --environment production --tag v1.0.0 --dry-run", 0, (Fill, checkout.Tag));
        (await checkout.Production.StateAsync()).ShouldBe(before);
        await type.TypeAsync(ToProduction, 3, (Fill, checkout.Tag));
        (await checkout.Production.VersionAsync()).ShouldBe(checkout.Tag[1..]);
        checkout.LastRun().Step("Plan")!.Observations["approvals"].ShouldBe("operations by li.wei, owner by ana.silva, security by omar.haddad, technical by jane.doe");

        checkout.Production.ChangeSecrets();
        await type.TypeAsync("Deploy --environment production --tag v1.0.0 --reason \"new secrets\"", 0, (Fill, checkout.Tag));
        (await type.TypeAsync("RecoverEnvironment --environment production", 1)).ShouldContain("there is nothing to recover.");
        (await checkout.Production.VersionAsync()).ShouldBe(checkout.Tag[1..]);
    }
}
