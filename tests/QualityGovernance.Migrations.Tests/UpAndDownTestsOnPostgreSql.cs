using QualityGovernance.Testing.Databases;

namespace QualityGovernance.Migrations.Tests;

[Trait("Needs", "Engine")]
public sealed class UpAndDownTestsOnPostgreSql : UpAndDownTests
{
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

    protected override Task<List<string>> SchemaAsync(string url) => PostgreSqlSchema.ReadAsync(url);

    protected override Task ExecuteAsync(string url, string sql) => PostgreSqlSchema.ExecuteAsync(url, sql);
}
