using Microsoft.Data.Sqlite;
using QualityGovernance.Testing.Databases;

namespace QualityGovernance.Migrations.Tests;

/// <summary>Looks at a database past the product.</summary>
internal static class SqliteSchema
{
    public static async Task<List<string>> ReadAsync(string url)
    {
        await using var connection = await OpenAsync(url);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1";
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        return lines;
    }

    public static async Task ExecuteAsync(string url, string sql)
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
