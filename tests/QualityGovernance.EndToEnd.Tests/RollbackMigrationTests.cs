using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class RollbackMigrationTests(EngineFixture fixture)
{
    private const string Notes = "29991231000000_AddReleaseNotes";
    private const string Newer = "29991231000001_AddReleaseIndex";
    private const string Index = "ix_reference_counters_last_value";

    [Fact]
    public async Task A_migration_that_failed_needs_no_undoing_and_one_that_was_applied_is_undone_by_the_release_that_made_it()
    {
        await using var environment = await DeployedEnvironment.NewAsync(fixture.Engine);
        var migrations = Checkout.OutputOf("QualityGovernance.NewerMigrations");
        await environment.PublishAsync("v1.0.0", fixture.RealImage);
        await environment.PublishAsync("v1.1.0", fixture.RealImage, "ENV MIGRATION_FAULT=yes", migrations);
        await environment.PublishAsync("v1.2.0", fixture.RealImage, files: migrations);

        // A plan changes nothing, although the release is asked, with all its secrets, what it would do.
        var listed = await environment.ListAsync();
        (await environment.DeployAsync("v1.0.0", dryRun: true)).ExitCode.ShouldBe(0, environment.Console.Text);
        environment.Console.Text.ShouldContain("Migration ");
        (await environment.ListAsync()).ShouldBe(listed);

        // The first deployment has no release to go back to, and says so.
        (await environment.DeployAsync("v1.0.0")).ExitCode.ShouldBe(3, environment.Console.Text);
        var (_, schema) = await environment.AnswerAsync();

        listed = await environment.ListAsync();
        listed.ShouldContain($"secret {environment.Stack}_secret_key_");

        // A migration that fails is rolled back as a whole, and the application is not touched.
        var failed = await environment.DeployAsync("v1.1.0");
        failed.Failed!.Name.ShouldBe("Migrate", environment.Console.Text);
        failed.Failed.Reason!.ShouldContain("nothing has to be undone");
        (await environment.AnswerAsync()).ShouldBe(("1.0.0", schema));
        var type = environment.Typing(typeof(RollbackMigrationTests));
        (await type.TypeAsync("RollbackMigration --environment staging --dry-run", 0)).ShouldContain("no migration of v1.1.0 is applied");
        var nothing = await environment.RollbackMigrationAsync();
        nothing.ExitCode.ShouldBe(0, environment.Console.Text);
        (await environment.ListAsync()).ShouldBe(listed);
        environment.Console.Text.ShouldContain("no migration of v1.1.0 is applied");
        (await environment.AnswerAsync()).ShouldBe(("1.0.0", schema));

        // One that is not one transaction stops half-way, where the data is not fit for it: that is told precisely, and taken back.
        await environment.SqlAsync("INSERT INTO reference_counters (prefix, year, last_value) VALUES ('TESTA', 1999, 7), ('TESTB', 1999, 7);");
        var halfway = await environment.DeployAsync("v1.2.0");
        halfway.Failed!.Name.ShouldBe("Migrate", environment.Console.Text);
        halfway.Failed.Reason!.ShouldContain($"{Newer} is half applied: 2 of 3 steps");
        halfway.Failed.Reason!.ShouldContain($"left the invalid index {Index}");
        (await environment.AnswerAsync()).ShouldBe(("1.0.0", Notes));
        (await environment.RollbackMigrationAsync("release_notes")).ExitCode.ShouldBe(0, environment.Console.Text);
        environment.Console.Text.ShouldContain("What was applied of it is undone.");
        (await environment.SqlAsync($"SELECT to_regclass('{Index}') IS NULL AND to_regclass('migration_journal') IS NULL AND to_regclass('release_notes') IS NULL;")).ShouldBe([["t"]]);
        (await environment.AnswerAsync()).ShouldBe(("1.0.0", schema));
        await environment.SqlAsync("DELETE FROM reference_counters WHERE year = 1999;");

        // One that was applied is undone, with the data that it brought: once that loss was named.
        (await environment.DeployAsync("v1.2.0")).ExitCode.ShouldBe(0, environment.Console.Text);
        (await environment.AnswerAsync()).ShouldBe(("1.2.0", Newer));
        listed = await environment.ListAsync();
        var refused = await environment.RollbackMigrationAsync();
        refused.Failed!.Name.ShouldBe("Plan");
        refused.Failed.Reason!.ShouldContain("would lose release_notes (1 rows)", customMessage: environment.Console.Text);
        (await type.TypeAsync("RollbackMigration --environment production --dry-run", 1, ("production", "staging"))).ShouldContain("would lose release_notes (1 rows)");
        (await environment.ListAsync()).ShouldBe(listed);
        (await environment.AnswerAsync()).ShouldBe(("1.2.0", Newer));
        await type.TypeAsync(
            "RollbackMigration --environment production --accept-loss policies.review_date --reason \"v1.1.0 is bad\"", 0, ("production", "staging"), ("policies.review_date", "release_notes"));
        type.AllWereTyped();
        environment.LastRun().Step("BackUp")!.Observations["backup"].ShouldEndWith(".dump");
        (await environment.AnswerAsync()).ShouldBe(("1.0.0", schema));
    }
}
