namespace QualityGovernance.Migrations.Tests.Stepwise;

public sealed class HalfwayTestsOnSqlite : HalfwayTests
{
    protected override string Left => "is not applied";

    protected override Task<string> MigratedAsync() => Testing.Databases.OnSqlite.MigratedAsync();

    protected override Task<List<string>> SchemaAsync(string url) => SqliteSchema.ReadAsync(url);

    protected override Task ExecuteAsync(string url, string sql) => SqliteSchema.ExecuteAsync(url, sql);
}
