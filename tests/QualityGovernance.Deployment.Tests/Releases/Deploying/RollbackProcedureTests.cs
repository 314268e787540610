using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Deploying;

public sealed class RollbackProcedureTests : IDisposable
{
    private readonly FakeEnvironment environment = new();

    public void Dispose() => environment.Dispose();

    [Fact]
    public async Task The_release_before_comes_back_on_the_newer_schema_and_nothing_is_migrated()
    {
        await ServeBothAsync();
        var deployed = environment.Specifications[^1];

        var result = await RollBackAsync();

        result.ExitCode.ShouldBe(0, environment.Console.Text);
        environment.Done.ShouldBe(["rollout v1.0.0", "keep v1.0.0 v1.1.0"]);
        environment.Schema!.Revision.ShouldBe(FakeEnvironment.Second);
        RunVerifier.Read(result.Run).Step("Verify")!.Observations.Keys.ShouldContain("seconds-to-answer");
        var back = environment.Specifications[^1];
        back.Image.ShouldBe("sha256:one");
        back.Environment.ShouldBe(deployed.Environment);
        back.Settings.ShouldBe(deployed.Settings);
        back.Secrets.ShouldBe(deployed.Secrets);
    }

    [Fact]
    public async Task A_plan_says_where_it_leads_and_changes_nothing()
    {
        await ServeBothAsync();

        (await RollBackAsync(dryRun: true)).ExitCode.ShouldBe(0);

        environment.Done.ShouldBeEmpty();
        environment.Parts.Book.Current().ShouldBeNull();
        environment.Console.Text.ShouldContain("Image: sha256:two (v1.1.0) -> sha256:one (v1.0.0)");
    }

    [Fact]
    public async Task A_schema_that_the_older_release_cannot_read_is_refused()
    {
        await ServeBothAsync();
        environment.Schema = environment.Schema! with { CompatibleFrom = FakeEnvironment.Second };

        var result = await RollBackAsync();

        result.Failed!.Name.ShouldBe("Plan");
        result.Failed.Reason!.ShouldContain("v1.0.0 (head 20260101000000_First) cannot serve on the schema 20260201000000_Second");
        environment.Done.ShouldBeEmpty();
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task An_image_that_is_gone_is_refused_before_anything_is_changed()
    {
        await ServeBothAsync();
        environment.Absent.Add("sha256:one");

        (await RollBackAsync()).Failed!.Reason!.ShouldContain("The image sha256:one of v1.0.0 is not on the engine.");
        environment.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_rollback_left_is_not_the_way_back_from_where_it_went()
    {
        await ServeBothAsync();
        await RollBackAsync();

        (await RollBackAsync()).Failed!.Reason!.ShouldContain("There is no release before sha256:one");
    }

    private Task<ProcedureResult> RollBackAsync(bool dryRun = false) =>
        environment.RunAsync(session => RollbackProcedure.RunAsync(session, environment.Parts, new DeploymentRequest("RollbackApplication", Tag: null, "a test", Wait: null, dryRun)));

    private async Task ServeBothAsync()
    {
        await environment.DeployAsync("v1.0.0");
        (await environment.DeployAsync("v1.1.0")).ExitCode.ShouldBe(0, environment.Console.Text);
        environment.Done.Clear();
    }
}
