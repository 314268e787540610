using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(EngineCollection.Name)]
public sealed class SignedDeploymentTests(EngineFixture fixture)
{
    [Fact]
    public async Task What_was_signed_is_deployed_and_what_was_changed_since_is_refused_before_anything_changes()
    {
        await using var swarm = await LocalSwarm.JoinAsync(fixture.Engine);
        await using var environment = await DeployedEnvironment.NewAsync(fixture.Engine);
        await environment.PublishAsync("v1.0.0", fixture.RealImage);
        await environment.PublishAsync("v1.1.0", fixture.RealImage);

        var deployed = await environment.DeployAsync("v1.0.0");
        deployed.Failed.ShouldBeNull(environment.Console.Text);
        RunVerifier.Read(deployed.Run).Step("Plan")!.Observations["signature"].ShouldBe("signed by scratch");

        // Another release's word, put beside this one with checksums that agree.
        File.Copy(Path.Combine(environment.FolderOf("v1.0.0"), ReleaseSeal.FileName), Path.Combine(environment.FolderOf("v1.1.0"), ReleaseSeal.FileName), overwrite: true);
        Checksums.Write(environment.FolderOf("v1.1.0"));
        var refused = await environment.DeployAsync("v1.1.0");
        refused.Failed!.Name.ShouldBe("Plan", environment.Console.Text);
        refused.Failed.Reason!.ShouldContain("it belongs to another release");
        (await environment.AnswerAsync()).Version.ShouldBe("1.0.0");

        // Nobody's word whom the checkout trusts: staging takes it, and does not call that proven.
        using var stranger = SigningKey.New();
        environment.Sign("v1.1.0", stranger);
        var unknown = await environment.DeployAsync("v1.1.0");
        unknown.Failed.ShouldBeNull(environment.Console.Text);
        unknown.Verdict.Reasons.ShouldHaveSingleItem().ShouldContain("which is not among the trusted keys");
        (await environment.AnswerAsync()).Version.ShouldBe("1.1.0");

        // The way back does not wait for a signature.
        await File.AppendAllTextAsync(Path.Combine(environment.FolderOf("v1.0.0"), ReleaseSeal.FileName), " ");
        var back = await environment.RollbackApplicationAsync();
        back.ExitCode.ShouldBe(0, environment.Console.Text);
        RunVerifier.Read(back.Run).Step("Plan")!.Observations["signature"].ShouldContain("is not an envelope in the form in which it was written");
        (await environment.AnswerAsync()).Version.ShouldBe("1.0.0");
    }
}
