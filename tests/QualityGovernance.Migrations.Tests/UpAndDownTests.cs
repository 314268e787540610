using System.Text.Json;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.Configuration;
using QualityGovernance.Migrations.History;
using QualityGovernance.Migrations.Running;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Databases;

namespace QualityGovernance.Migrations.Tests;

public abstract class UpAndDownTests
{
    private static readonly string First = MigrationFacts.Of(typeof(MigrationFacts).Assembly).First(fact => fact.Parent is null).Id;

    protected abstract Task<string> EmptyAsync();

    protected abstract Task<List<string>> SchemaAsync(string url);

    protected abstract Task ExecuteAsync(string url, string sql);

    [Fact]
    public async Task Up_brings_an_empty_database_to_the_head_and_then_has_nothing_to_do()
    {
        var url = await EmptyAsync();

        var (exitCode, output, _) = await Migrated.RunAsync(url);
        exitCode.ShouldBe(0);
        output.ShouldContain($"Applied {MigrationFacts.Head}.");

        (await Migrated.RunAsync(url, "up")).Output.ShouldContain("nothing to apply");
        var status = await StatusAsync(url);
        status.GetProperty("applied").GetString().ShouldBe(MigrationFacts.Head);
        status.GetProperty("head").GetString().ShouldBe(MigrationFacts.Head);
        status.GetProperty("pending").GetArrayLength().ShouldBe(0);
        status.GetProperty("unknown").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_way_back_leaves_nothing_and_the_way_forward_works_again()
    {
        var url = await EmptyAsync();
        await Migrated.UpAsync(url);
        var first = await SchemaAsync(url);
        first.Count.ShouldBeGreaterThan(20);

        var (exitCode, output, error) = await Migrated.RunAsync(url, "down", "--to", "none");
        exitCode.ShouldBe(0, error);
        output.ShouldContain($"Undid {MigrationFacts.Head}.");
        (await SchemaAsync(url)).ShouldBeEmpty();
        (await StatusAsync(url)).GetProperty("applied").ValueKind.ShouldBe(JsonValueKind.Null);

        await Migrated.UpAsync(url);
        (await SchemaAsync(url)).ShouldBe(first);
    }

    [Fact]
    public async Task A_way_down_that_loses_data_is_refused_until_every_loss_is_named()
    {
        var url = await EmptyAsync();
        await Migrated.UpAsync(url);
        await ExecuteAsync(url, "INSERT INTO reference_counters (prefix, year, last_value) VALUES ('INC', 2026, 7), ('POL', 2026, 1)");
        var before = await SchemaAsync(url);

        var (exitCode, _, error) = await Migrated.RunAsync(url, "down", "--to", "none");

        exitCode.ShouldBe(1);
        error.ShouldContain("Going down would lose reference_counters (2 rows). Nothing was changed.");
        error.ShouldContain("--accept-loss reference_counters");
        (await Migrated.RunAsync(url, "down", "--to", "none", "--accept-loss", "users")).Error.ShouldContain("--accept-loss names users, which would not be lost.");
        (await SchemaAsync(url)).ShouldBe(before);

        (await Migrated.RunAsync(url, "down", "--to", "none", "--accept-loss", "reference_counters")).ExitCode.ShouldBe(0);
        (await SchemaAsync(url)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_undone_and_lost_and_changes_nothing()
    {
        var url = await EmptyAsync();
        await Migrated.UpAsync(url);
        (await Migrated.RunAsync(url, "down", "--to", "none", "--dry-run")).Output.ShouldContain("Nothing would be lost.");
        await ExecuteAsync(url, "INSERT INTO reference_counters (prefix, year, last_value) VALUES ('INC', 2026, 7)");
        var before = await SchemaAsync(url);

        (await Migrated.RunAsync(url, "down", "--to", "none", "--dry-run")).Output.ShouldContain("Would lose reference_counters (1 rows).");
        var (exitCode, output, _) = await Migrated.RunAsync(url, "down", "--to", "none", "--dry-run", "--json");

        exitCode.ShouldBe(0);
        using var plan = JsonDocument.Parse(output);
        plan.RootElement.GetProperty("undo").EnumerateArray().Select(id => id.GetString()).ShouldContain(MigrationFacts.Head);
        plan.RootElement.GetProperty("losses")[0].GetProperty("name").GetString().ShouldBe("reference_counters");
        plan.RootElement.GetProperty("losses")[0].GetProperty("count").GetInt64().ShouldBe(1);
        (await SchemaAsync(url)).ShouldBe(before);
    }

    [Fact]
    public async Task A_column_loses_its_values_and_a_table_all_of_its_columns_at_once()
    {
        var url = await EmptyAsync();
        await Migrated.UpAsync(url);
        await ExecuteAsync(url, "INSERT INTO reference_counters (prefix, year, last_value) VALUES ('INC', 2026, 7), ('POL', 2026, 1)");
        await using var database = ProductDatabase.Open(Settings(url));
        var column = new DropColumnOperation { Table = "reference_counters", Name = "last_value" };
        var empty = new DropColumnOperation { Table = "users", Name = "email" };

        (await Losses.OfAsync(database, [column, empty], CancellationToken.None)).ShouldBe([new Loss("reference_counters.last_value", 2, "values")]);
        (await Losses.OfAsync(database, [column, new DropTableOperation { Name = "reference_counters" }], CancellationToken.None)).ShouldBe([new Loss("reference_counters", 2, "rows")]);
        (await Losses.OfAsync(database, [new DropTableOperation { Name = "never_made" }], CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Down_to_where_the_schema_is_changes_nothing()
    {
        var url = await EmptyAsync();
        await Migrated.UpAsync(url);
        var before = await SchemaAsync(url);

        (await Migrated.RunAsync(url, "down", "--to", MigrationFacts.Head)).ExitCode.ShouldBe(0);

        (await SchemaAsync(url)).ShouldBe(before);
    }

    [Fact]
    public async Task Down_to_a_revision_that_is_not_applied_is_refused()
    {
        var url = await EmptyAsync();
        await Migrated.UpAsync(url);
        var (exitCode, _, error) = await Migrated.RunAsync(url, "down", "--to", "20200101000000_Never");
        exitCode.ShouldBe(1);
        error.ShouldContain("20200101000000_Never is not applied");
    }

    [Fact]
    public async Task Status_of_an_empty_database_shows_everything_as_pending()
    {
        var status = await StatusAsync(await EmptyAsync());
        status.GetProperty("applied").ValueKind.ShouldBe(JsonValueKind.Null);
        status.GetProperty("pending").EnumerateArray().Select(id => id.GetString()).ShouldContain(MigrationFacts.Head);
    }

    [Fact]
    public async Task A_database_whose_tables_no_migration_made_is_refused_untouched()
    {
        var url = await EmptyAsync();
        await ExecuteAsync(url, "CREATE TABLE policies (id integer)");
        var before = await SchemaAsync(url);

        var (exitCode, _, error) = await Migrated.RunAsync(url, "up");

        exitCode.ShouldBe(1);
        error.ShouldContain("has 1 tables (policies) but no migration history");
        (await SchemaAsync(url)).ShouldBe(before);
    }

    [Fact]
    public async Task A_newer_schema_that_still_fits_is_left_alone_and_one_that_does_not_is_refused()
    {
        var url = await EmptyAsync();
        await Migrated.UpAsync(url);
        await ExecuteAsync(url, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_Later', '10.0.0')");

        var fits = await Migrated.RunAsync(url, "up");
        fits.ExitCode.ShouldBe(0, fits.Error);
        fits.Output.ShouldContain("99991231000000_Later, newer than");
        (await StatusAsync(url)).GetProperty("unknown").EnumerateArray().Single().GetString().ShouldBe("99991231000000_Later");

        await ExecuteAsync(url, "UPDATE schema_info SET compatible_from = '99991231000000_Later'");
        var refused = await Migrated.RunAsync(url, "up");
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("99991231000000_Later, which this program does not know");
        var down = await Migrated.RunAsync(url, "down", "--to", "none");
        down.ExitCode.ShouldBe(1);
        down.Error.ShouldContain("does not know how to undo");
    }

    [Fact]
    public async Task Of_programs_started_at_once_one_migrates_and_the_others_find_it_done()
    {
        var url = await EmptyAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrated.RunAsync(url, "up"))));

        runs.ShouldAllBe(run => run.ExitCode == 0, string.Join('\n', runs.Select(run => run.Error)));
        runs.Count(run => run.Output.Contains("Applied ")).ShouldBe(1);
        runs.Count(run => run.Output.Contains("nothing to apply")).ShouldBe(3);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_of_itself()
    {
        var url = await EmptyAsync();
        // The history is there, so the database is ours; the table in the way makes the migration fail half-way.
        await ExecuteAsync(url, "CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" varchar(150) NOT NULL PRIMARY KEY, \"ProductVersion\" varchar(32) NOT NULL)");
        await ExecuteAsync(url, "CREATE VIEW users AS SELECT 1 AS id");
        var before = await SchemaAsync(url);

        var (exitCode, _, error) = await Migrated.RunAsync(url, "up");

        exitCode.ShouldBe(1);
        error.ShouldContain($"Failed while applying {First}");
        error.ShouldContain("rolled back");
        (await SchemaAsync(url)).ShouldBe(before);
    }

    [Fact]
    public async Task The_script_makes_the_same_schema()
    {
        var (byProgram, byScript) = (await EmptyAsync(), await EmptyAsync());
        await Migrated.UpAsync(byProgram);

        var (exitCode, script, _) = await Migrated.RunAsync(byScript, "script");
        exitCode.ShouldBe(0);
        await ExecuteAsync(byScript, script);

        (await SchemaAsync(byScript)).ShouldBe(await SchemaAsync(byProgram));
        (await StatusAsync(byScript)).GetProperty("applied").GetString().ShouldBe(MigrationFacts.Head);
    }

    private static async Task<JsonElement> StatusAsync(string url)
    {
        var (exitCode, output, error) = await Migrated.RunAsync(url, "status", "--json");
        exitCode.ShouldBe(0, error);
        return JsonElement.Parse(output);
    }

    private static DatabaseSettings Settings(string url)
    {
        var values = new Dictionary<string, string?>
        {
            ["APP_ENV"] = "testing",
            ["DATABASE_URL"] = url,
            ["SECRET_KEY"] = "tests-only-0123456789-0123456789-0123456789",
            ["JWT_SECRET_KEY"] = "tests-only-9876543210-9876543210-9876543210",
        };
        return SettingsLoader.Load(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).Settings!.Database;
    }
}
