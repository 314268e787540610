using QualityGovernance.Testing.Databases;

namespace QualityGovernance.Migrations.Tests;

public sealed class UpAndDownTestsOnSqlite : UpAndDownTests
{
    [Fact]
    public async Task A_lock_that_a_killed_program_left_does_not_stop_the_next_one()
    {
        var url = await EmptyAsync();
        await Migrated.UpAsync(url);
        await ExecuteAsync(url, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");

        (await Migrated.RunAsync(url, "down", "--to", "none")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Status_makes_no_file()
    {
        var url = await EmptyAsync();
        (await Migrated.RunAsync(url, "status")).Output.ShouldContain("nothing");
        File.Exists(OnSqlite.FileOf(url)).ShouldBeFalse();
    }

    protected override Task<string> EmptyAsync() => OnSqlite.EmptyAsync();

    protected override Task<List<string>> SchemaAsync(string url) => SqliteSchema.ReadAsync(url);

    protected override Task ExecuteAsync(string url, string sql) => SqliteSchema.ExecuteAsync(url, sql);
}
