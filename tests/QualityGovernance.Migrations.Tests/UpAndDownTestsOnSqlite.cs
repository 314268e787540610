using Microsoft.Data.Sqlite;
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

    protected override async Task<List<string>> SchemaAsync(string url)
    {
        await using var connection = await OpenAsync(url);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1";
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        return lines;
    }

    protected override async Task ExecuteAsync(string url, string sql)
    {
        await using var connection = await OpenAsync(url);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<SqliteConnection> OpenAsync(string url)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = OnSqlite.FileOf(url), Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }
}
