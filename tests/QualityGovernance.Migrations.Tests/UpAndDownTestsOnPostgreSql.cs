using Npgsql;
using QualityGovernance.Testing.Databases;

namespace QualityGovernance.Migrations.Tests;

[Trait("Needs", "Engine")]
public sealed class UpAndDownTestsOnPostgreSql : UpAndDownTests
{
    // Everything a migration can make: columns with their types, constraints, indexes, triggers, functions.
    private const string Everything =
        """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || ' ' || is_nullable || coalesce(' ' || column_default, '') || is_identity
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'
        UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conrelid::regclass::text <> '"__EFMigrationsHistory"'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory'
        UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        ORDER BY 1
        """;

    protected override Task<string> EmptyAsync() => OnPostgreSql.EmptyAsync();

    [Fact]
    public async Task Migrations_wait_for_locks_and_statements_no_longer_than_they_declare()
    {
        var (_, script, _) = await Migrated.RunAsync(await EmptyAsync(), "script");
        script.ShouldContain("SET LOCAL lock_timeout = '5000ms'");
        script.ShouldContain("SET LOCAL statement_timeout = '60000ms'");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_not_made()
    {
        var url = await EmptyAsync() + "_missing";
        var (exitCode, _, error) = await Migrated.RunAsync(url, "up");
        exitCode.ShouldBe(1);
        error.ShouldContain("does not exist");
    }

    protected override async Task<List<string>> SchemaAsync(string url)
    {
        await using var connection = await OpenAsync(url);
        await using var command = new NpgsqlCommand(Everything, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        return lines;
    }

    protected override async Task ExecuteAsync(string url, string sql)
    {
        await using var connection = await OpenAsync(url);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> OpenAsync(string url)
    {
        var connection = new NpgsqlConnection(ConnectionStringOf(url));
        await connection.OpenAsync();
        return connection;
    }

    private static string ConnectionStringOf(string url)
    {
        var uri = new Uri(url);
        var user = uri.UserInfo.Split(':');
        return new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = uri.Port, Username = user[0], Password = user[1], Database = uri.AbsolutePath.TrimStart('/'), Pooling = false }.ToString();
    }
}
