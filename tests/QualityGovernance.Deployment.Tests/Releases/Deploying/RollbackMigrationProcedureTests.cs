using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Deploying;

public sealed class RollbackMigrationProcedureTests : IDisposable
{
    private readonly FakeEnvironment environment = new();

    public void Dispose() => environment.Dispose();

    [Fact]
    public async Task The_release_before_takes_over_first_where_it_serves_on_both_schemas()
    {
        await BothDeployedAsync();

        (await RollBackAsync()).Verdict.Judgement.ShouldBe(Judgement.Passed);

        environment.Done.ShouldBe(["back up", "rollout v1.0.0", "down --to 20260101000000_First", "rollout v1.0.0", "keep v1.0.0 v1.1.0"]);
        environment.Schema!.Revision.ShouldBe(FakeEnvironment.First);
        environment.Running.ShouldAllBe(image => image == "sha256:one");
        environment.Parts.History.Last!.Procedure.ShouldBe("RollbackMigration");
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task Where_it_serves_on_the_older_schema_alone_nobody_works_while_that_is_brought_back()
    {
        await BothDeployedAsync();
        environment.Schema = environment.Schema! with { CompatibleFrom = FakeEnvironment.Second };

        (await RollBackAsync()).Verdict.Judgement.ShouldBe(Judgement.Passed);

        environment.Done.ShouldBe(["back up", "stop", "down --to 20260101000000_First", "rollout v1.0.0", "keep v1.0.0 v1.1.0"]);
    }

    [Fact]
    public async Task A_migration_that_was_applied_for_a_release_that_was_rejected_is_taken_back_by_that_release()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Rollouts = _ => new Rollout(RolloutEnd.RolledBack, "It crashed.");
        await environment.DeployAsync("v1.1.0");
        environment.Rollouts = null;
        environment.Schema!.Revision.ShouldBe(FakeEnvironment.Second);
        environment.Done.Clear();
        environment.Specifications.Clear();

        (await RollBackAsync()).Verdict.Judgement.ShouldBe(Judgement.Passed);

        environment.Done.ShouldBe(["back up", "down --to 20260101000000_First", "rollout v1.0.0", "keep v1.0.0"]);
        environment.Specifications[0].Image.ShouldBe("sha256:two");
        DeploymentAttempt.Read(environment.Parts.State).ShouldBeNull();
    }

    [Fact]
    public async Task A_migration_that_failed_as_a_whole_needs_no_undoing()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Jobs["up"] = () => FakeEnvironment.Failed("It was rolled back.");
        await environment.DeployAsync("v1.1.0");
        environment.Jobs.Clear();
        environment.Done.Clear();

        var result = await RollBackAsync();

        result.Verdict.Judgement.ShouldBe(Judgement.Passed);
        environment.Done.ShouldBe(["rollout v1.0.0", "keep v1.0.0"]);
        environment.Console.Text.ShouldContain("no migration of v1.1.0 is applied, and nothing has to be undone");
    }

    [Fact]
    public async Task A_migration_that_was_half_applied_is_told_precisely_and_taken_back_by_the_release_that_began_it()
    {
        var deployed = await HalfDeployedAsync();
        deployed.Failed!.Name.ShouldBe("Migrate");
        deployed.Failed.Reason!.ShouldContain("20260201000000_Second is half applied: 1 of 3 steps");
        deployed.Failed.Reason!.ShouldContain("left the invalid index ix_a");
        deployed.Failed.Reason!.ShouldContain("./build.sh Deploy --environment staging --tag v1.1.0");
        environment.Console.Text.ShouldContain("./build.sh RollbackMigration --environment staging --dry-run");

        var result = await RollBackAsync();

        result.Verdict.Judgement.ShouldBe(Judgement.Passed, environment.Console.Text);
        environment.Done.ShouldBe(["back up", "down --to 20260101000000_First", "rollout v1.0.0", "keep v1.0.0"]);
        environment.Specifications[0].Image.ShouldBe("sha256:two");
        environment.Schema!.Halfway.ShouldBeNull();
        environment.Console.Text.ShouldContain("1 of 3 steps. What was applied of it is undone.");
    }

    [Fact]
    public async Task A_half_applied_migration_is_finished_by_deploying_again()
    {
        await HalfDeployedAsync();

        (await environment.DeployAsync("v1.1.0")).Verdict.Judgement.ShouldBe(Judgement.Passed);

        environment.Console.Text.ShouldContain("20260201000000_Second is half applied: 1 of 3 steps. This deployment finishes it.");
        environment.Schema!.Revision.ShouldBe(FakeEnvironment.Second);
    }

    [Fact]
    public async Task A_release_that_does_not_know_a_half_applied_migration_leaves_it_and_says_so()
    {
        await HalfDeployedAsync();

        (await environment.DeployAsync("v1.0.0")).Verdict.Judgement.ShouldBe(Judgement.Passed, environment.Console.Text);

        environment.Console.Text.ShouldContain("1 of 3 steps, and v1.0.0 does not know it. This deployment leaves it as it is");
    }

    [Fact]
    public async Task A_program_that_leaves_a_part_applied_is_not_believed()
    {
        await HalfDeployedAsync();
        environment.Jobs["down"] = () => new(0, "{\"undo\":[\"20260201000000_Second\"],\"losses\":[]}", "", TimeSpan.Zero);
        var left = await RollBackAsync();
        left.Failed!.Name.ShouldBe("TakeDown");
        left.Failed.Reason!.ShouldContain("20260201000000_Second is half applied: 1 of 3 steps");

        environment.Parts.Book.Current().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_half_applied_migration_that_the_release_would_not_undo_is_refused_before_anything_is_touched()
    {
        await HalfDeployedAsync();
        environment.Jobs["down"] = () => new(0, "{\"undo\":[],\"losses\":[]}", "", TimeSpan.Zero);
        var other = await RollBackAsync();
        other.Failed!.Name.ShouldBe("Plan");
        other.Failed.Reason!.ShouldContain("would not undo it");
        environment.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_loss_that_nobody_named_is_refused_before_anything_is_touched()
    {
        await BothDeployedAsync();
        environment.Losses.AddRange(["policies.summary", "risks"]);

        var result = await RollBackAsync("risks");

        result.Failed!.Name.ShouldBe("Plan");
        result.Failed.Reason!.ShouldContain("would lose policies.summary (3 values)");
        environment.Console.Text.ShouldContain("--accept-loss policies.summary risks");
        environment.Done.ShouldBeEmpty();
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task A_loss_that_was_named_is_handed_to_the_release_that_makes_it()
    {
        await BothDeployedAsync();
        environment.Losses.AddRange(["policies.summary", "risks"]);

        (await RollBackAsync("risks", "policies.summary")).Verdict.Judgement.ShouldBe(Judgement.Passed);

        environment.Done.ShouldContain("down --to 20260101000000_First --accept-loss policies.summary,risks");
    }

    [Fact]
    public async Task A_backup_that_was_not_restored_is_no_way_back()
    {
        await BothDeployedAsync();
        environment.BackupIsGood = false;

        (await RollBackAsync()).Failed!.Name.ShouldBe("BackUp");
        environment.Done.ShouldBe(["back up"]);
    }

    [Fact]
    public async Task A_program_that_says_it_is_done_is_not_believed()
    {
        await BothDeployedAsync();
        environment.Jobs["down"] = () => new(0, "{\"undo\":[],\"losses\":[]}", "", TimeSpan.Zero);

        var result = await RollBackAsync();

        result.Failed!.Name.ShouldBe("TakeDown");
        result.Failed.Reason!.ShouldContain($"the database is at {FakeEnvironment.Second} instead of {FakeEnvironment.First}");
        environment.Parts.Book.Current().ShouldNotBeNull();
    }

    [Fact]
    public async Task The_image_of_the_newer_release_has_to_be_there()
    {
        await BothDeployedAsync();
        environment.Absent.Add("sha256:two");

        (await RollBackAsync()).Failed!.Reason!.ShouldContain("The image sha256:two of v1.1.0 is not on the engine");
        environment.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_releases_with_one_schema_are_a_rollback_of_the_application()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Releases["v1.0.1"] = new("v1.0.1", "sha256:three", "build-three", "commit-three", FakeEnvironment.First);
        await environment.DeployAsync("v1.0.1");
        environment.Done.Clear();

        (await RollBackAsync()).Failed!.Reason!.ShouldContain("there is no migration between them to take back");
        environment.Console.Text.ShouldContain("./build.sh RollbackApplication --environment staging --dry-run");
    }

    [Fact]
    public async Task A_plan_changes_nothing()
    {
        await BothDeployedAsync();

        var result = await environment.RunAsync(session => RollbackMigrationProcedure.RunAsync(session, environment.Parts, Request(dryRun: true)));

        result.Verdict.Judgement.ShouldBe(Judgement.Passed);
        environment.Done.ShouldBeEmpty();
        environment.Console.Text.ShouldContain("Undo 20260201000000_Second");
    }

    private async Task<ProcedureResult> HalfDeployedAsync()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Jobs["up"] = environment.HalfApply;
        var deployed = await environment.DeployAsync("v1.1.0");
        environment.Jobs.Clear();
        environment.Done.Clear();
        environment.Specifications.Clear();
        return deployed;
    }

    private async Task BothDeployedAsync()
    {
        await environment.DeployAsync("v1.0.0");
        await environment.DeployAsync("v1.1.0");
        environment.Done.Clear();
    }

    private Task<ProcedureResult> RollBackAsync(params string[] acceptedLosses) =>
        environment.RunAsync(session => RollbackMigrationProcedure.RunAsync(session, environment.Parts, Request(dryRun: false) with { AcceptedLosses = acceptedLosses }));

    private static DeploymentRequest Request(bool dryRun) => new("RollbackMigration", Tag: null, "a test", Wait: null, dryRun);
}
