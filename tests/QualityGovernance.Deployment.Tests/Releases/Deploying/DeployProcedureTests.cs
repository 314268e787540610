using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Deploying;

public sealed class DeployProcedureTests : IDisposable
{
    private readonly FakeEnvironment environment = new();

    public void Dispose() => environment.Dispose();

    [Fact]
    public async Task What_a_step_left_of_its_own_is_removed_when_the_environment_is_given_back()
    {
        environment.Jobs["check-config"] = () =>
        {
            environment.Own.Add("qgp-staging-job-1");
            throw new DeploymentException("The answer is cut off.");
        };

        (await environment.DeployAsync("v1.0.0")).Failed!.Name.ShouldBe("Preflight");

        environment.Own.ShouldBeEmpty();
        environment.Console.Text.ShouldContain("Removed qgp-staging-job-1, which the step that had started it could not");
    }

    [Fact]
    public async Task A_first_deployment_says_what_could_not_be_proven()
    {
        var result = await environment.DeployAsync("v1.0.0");

        result.Failed.ShouldBeNull(environment.Console.Text);
        result.Verdict.Judgement.ShouldBe(Judgement.Incomplete);
        RunVerifier.Read(result.Run).Receipts.Where(receipt => receipt.Outcome == Outcome.NotRun).Select(receipt => receipt.Name).ShouldBe(["previous-image", "backup"]);
        environment.Done.ShouldBe(["check-config", "up", "rollout v1.0.0", "keep v1.0.0"]);
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task A_second_deployment_proves_its_way_back_before_it_changes_anything()
    {
        await ServeFirstAsync();

        var result = await environment.DeployAsync("v1.1.0");

        result.ExitCode.ShouldBe(0, environment.Console.Text);
        environment.Done.ShouldBe(["check-config", "back up", "up", "rollout v1.1.0", "keep v1.1.0 v1.0.0"]);
        environment.Parts.History.Last!.Release.Tag.ShouldBe("v1.1.0");
        environment.Parts.History.Last.SchemaRevision.ShouldBe(FakeEnvironment.Second);
        RunVerifier.Read(result.Run).Step("Verify")!.Observations["digest"].ShouldBe("sha256:two");
    }

    [Fact]
    public async Task A_release_that_does_not_serve_on_the_new_schema_is_noticed_before_it_has_to()
    {
        await ServeFirstAsync();
        environment.NotReadyOn = FakeEnvironment.Second;

        var result = await environment.DeployAsync("v1.1.0");

        Fails(result.Failed, "Migrate", "v1.0.0, which serves until its successor does, does not serve on " + FakeEnvironment.Second);
        result.Failed!.NextCommand.ShouldNotBeNull().ShouldStartWith("./build.sh RollbackMigration");
        environment.Done.ShouldNotContain("rollout v1.1.0");
    }

    [Fact]
    public async Task Jobs_and_application_are_started_from_one_specification()
    {
        await environment.DeployAsync("v1.0.0");

        foreach (var specification in environment.Specifications)
        {
            specification.Settings.ShouldBe(environment.Specifications[0].Settings);
            specification.Secrets.ShouldBe(environment.Specifications[0].Secrets);
            specification.Settings["APP_ENV"].ShouldBe(EnvironmentDescription.Staging);
        }
    }

    [Theory]
    [InlineData("changed", "docker-stack.yml was changed.")]
    [InlineData("missing", "docker-stack.yml is missing.")]
    [InlineData("added", "docker-stack.more.yml was added.")]
    public async Task A_checkout_that_a_release_was_not_published_from_is_refused_before_anything_is_touched(string kind, string difference)
    {
        if (kind == "missing")
            environment.Delete("docker-stack.yml");
        else
            environment.Write(kind == "changed" ? "docker-stack.yml" : "docker-stack.more.yml", "services: { app: {} }");

        var result = await environment.DeployAsync("v1.0.0");

        result.Failed!.Name.ShouldBe("Plan");
        result.Failed.Reason.ShouldBe($"The checkout is not the one that v1.0.0 was published from: {difference}");
        environment.Console.Text.ShouldContain("Next: git checkout commit-one");
        environment.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_release_without_checksums_is_not_said_to_have_been_verified()
    {
        environment.Published = null;

        var result = await environment.DeployAsync("v1.0.0");

        result.Verdict.Reasons.ShouldContain("Checksums of the checkout not run: v1.0.0 was published without checksums.");
    }

    [Fact]
    public async Task A_plan_shows_everything_and_changes_nothing()
    {
        await ServeFirstAsync();

        var result = await environment.DeployAsync("v1.1.0", dryRun: true);

        result.ExitCode.ShouldBe(0);
        environment.Done.ShouldBeEmpty();
        environment.Parts.Book.Current().ShouldBeNull();
        environment.Console.Text.ShouldContain("Image: sha256:one (v1.0.0) -> sha256:two (v1.1.0)");
        environment.Console.Text.ShouldContain($"Migration {FakeEnvironment.Second}");
        environment.Console.Text.ShouldContain("ALTER TABLE x ADD y;");
    }

    [Fact]
    public async Task A_changed_secret_is_told_without_its_value()
    {
        await ServeFirstAsync();
        var kept = Fingerprints.Parts(environment.Parts.Environment, environment.Parts.Secrets).ToDictionary(part => part.Key, part => part.Key == "secret value SECRET_KEY" ? "other" : part.Value);
        Fingerprints.Of(kept).WriteInto(environment.Parts.State);

        await environment.DeployAsync("v1.1.0", dryRun: true);

        environment.Console.Text.ShouldContain("Secret value SECRET_KEY: *** (changed)");
        environment.Console.Text.ShouldNotContain("JWT_SECRET_KEY: *** (changed)");
        environment.Console.Text.ShouldNotContain(environment.Parts.Secrets.Values["SECRET_KEY"]);
    }

    [Fact]
    public async Task An_environment_that_somebody_has_is_not_touched()
    {
        var lease = await environment.Parts.Book.TakeAsync(environment.Parts.Book.New("Deploy", "other", "their turn"), wait: null, _ => { });

        var result = await environment.DeployAsync("v1.0.0");

        Fails(result.Failed, "Lease", "their turn");
        environment.Done.ShouldBeEmpty();
        environment.Parts.Book.Current().ShouldBe(lease.Lease);
    }

    [Fact]
    public async Task What_belongs_to_another_environment_is_refused_before_the_lease()
    {
        var production = new EnvironmentState(Path.GetDirectoryName(environment.Parts.State.Folder)!, EnvironmentDescription.Production);
        Fingerprints.Of(Fingerprints.Parts(environment.Parts.Environment, environment.Parts.Secrets)).WriteInto(production);

        Fails((await environment.DeployAsync("v1.0.0")).Failed, "Lease", "its database is the database of production");
        Fails((await environment.DeployAsync("v1.0.0", dryRun: true)).Failed, "Plan", "its database is the database of production");
        environment.Done.ShouldBeEmpty();
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task A_configuration_that_the_release_refuses_stops_it_before_the_backup()
    {
        await ServeFirstAsync();
        environment.Jobs["check-config"] = () => FakeEnvironment.Failed("CORS_ORIGINS is *.");

        var result = await environment.DeployAsync("v1.1.0");

        Fails(result.Failed, "Preflight", "CORS_ORIGINS is *.");
        environment.Done.ShouldBe(["check-config"]);
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task Without_the_image_to_go_back_to_nothing_is_changed()
    {
        await ServeFirstAsync();
        environment.Absent.Add("sha256:one");

        Fails((await environment.DeployAsync("v1.1.0")).Failed, "ProveWayBack", "there would be no way back");
        environment.Done.ShouldBe(["check-config"]);
    }

    [Fact]
    public async Task A_backup_that_nobody_restored_is_no_way_back()
    {
        await ServeFirstAsync();
        environment.BackupIsGood = false;

        Fails((await environment.DeployAsync("v1.1.0")).Failed, "ProveWayBack", "restored and compared");
        environment.Done.ShouldBe(["check-config", "back up"]);
    }

    [Fact]
    public async Task A_failed_migration_is_never_followed_by_an_application_start()
    {
        await ServeFirstAsync();
        environment.Jobs["up"] = () => FakeEnvironment.Failed("column exists");

        var result = await environment.DeployAsync("v1.1.0");

        Fails(result.Failed, "Migrate", "No migration was applied, so nothing has to be undone. The application was not touched.");
        environment.Done.ShouldBe(["check-config", "back up", "up"]);
        environment.Running.ShouldAllBe(image => image == "sha256:one");
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task A_migration_that_claims_success_and_did_nothing_is_not_believed()
    {
        await ServeFirstAsync();
        environment.Jobs["up"] = () => new(0, "Applied.", "", TimeSpan.Zero);

        Fails((await environment.DeployAsync("v1.1.0")).Failed, "Migrate", $"the database is at {FakeEnvironment.First} instead of {FakeEnvironment.Second}");
        environment.Done.ShouldNotContain("rollout v1.1.0");
    }

    [Fact]
    public async Task A_migration_of_which_nobody_knows_how_it_ended_keeps_the_lease()
    {
        await ServeFirstAsync();
        environment.Jobs["up"] = () => throw new DeploymentException("The engine does not answer.");

        var result = await environment.DeployAsync("v1.1.0");

        Fails(result.Failed, "Migrate", "does not answer");
        environment.Done.ShouldNotContain("rollout v1.1.0");
        environment.Parts.Book.Current().ShouldNotBeNull();
        environment.Console.Text.ShouldContain("./build.sh RecoverEnvironment --environment staging");
    }

    [Fact]
    public async Task A_release_that_was_rolled_back_by_the_engine_is_a_failed_deployment()
    {
        await ServeFirstAsync();
        environment.Rollouts = _ => new Rollout(RolloutEnd.RolledBack, "task exited (1)");

        var result = await environment.DeployAsync("v1.1.0");

        result.ExitCode.ShouldBe(1);
        Fails(result.Failed, "Rollout", "brought v1.0.0 back, which serves: task exited (1)");
        environment.Parts.History.Last!.Release.Tag.ShouldBe("v1.0.0");
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task A_rollback_by_the_engine_that_left_something_else_is_not_believed()
    {
        await ServeFirstAsync();
        environment.Rollouts = _ =>
        {
            environment.Running = ["sha256:one", "sha256:two"];
            return new Rollout(RolloutEnd.RolledBack, "task exited (1)");
        };

        Fails((await environment.DeployAsync("v1.1.0")).Failed, "Rollout", "What runs now is not what ran before");
        environment.Parts.Book.Current().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rollout_without_an_end_keeps_the_lease()
    {
        await ServeFirstAsync();
        environment.Rollouts = _ => new Rollout(RolloutEnd.TimedOut, "1 of 2 healthy");

        Fails((await environment.DeployAsync("v1.1.0")).Failed, "Rollout", "within 30 s: 1 of 2 healthy");
        environment.Parts.Book.Current().ShouldNotBeNull();
    }

    [Fact]
    public async Task An_address_that_another_build_answers_on_is_not_what_was_deployed()
    {
        await ServeFirstAsync();
        environment.AnswersAs = "build-one";

        Fails((await environment.DeployAsync("v1.1.0")).Failed, "Verify", "build_id");
        environment.Parts.History.Last!.Release.Tag.ShouldBe("v1.0.0");
    }

    [Fact]
    public async Task A_schema_that_the_serving_release_cannot_read_is_refused_in_the_plan()
    {
        await ServeFirstAsync();
        environment.CompatibleFrom = FakeEnvironment.Second;

        Fails((await environment.DeployAsync("v1.1.0")).Failed, "Plan", "it would fail before its successor is there");
        environment.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_image_that_nobody_deployed_is_not_a_way_back()
    {
        await ServeFirstAsync();
        environment.Running = ["sha256:stranger", "sha256:stranger"];

        Fails((await environment.DeployAsync("v1.1.0")).Failed, "Plan", "sha256:stranger, which is not in its history");
    }

    [Fact]
    public async Task Production_asks_for_a_recent_drill()
    {
        using var production = new FakeEnvironment(EnvironmentDescription.Production);

        Fails((await production.DeployAsync("v1.0.0")).Failed, "Plan", "No reset drill that went well is on record");
        RecordedDrill.Add(production.Parts, -31);
        Fails((await production.DeployAsync("v1.0.0")).Failed, "Plan", "must not be older than 30 days");
        RecordedDrill.Add(production.Parts, -2, Outcome.Failed);
        RecordedDrill.Add(production.Parts, 1);
        Fails((await production.DeployAsync("v1.0.0")).Failed, "Plan", "must not be older than 30 days");
        RecordedDrill.Add(production.Parts, -1);
        (await production.DeployAsync("v1.0.0")).Failed.ShouldBeNull();
    }

    private static void Fails(Receipt? failed, string step, string reason)
    {
        failed.ShouldNotBeNull();
        failed.Name.ShouldBe(step);
        failed.Reason!.ShouldContain(reason);
    }

    /// <summary>The older release serves, and only what comes after it is looked at.</summary>
    private async Task ServeFirstAsync()
    {
        await environment.DeployAsync("v1.0.0");
        environment.Done.Clear();
        environment.Specifications.Clear();
    }
}
