using QualityGovernance.Testing.Engine;

namespace QualityGovernance.Testing.Databases;

/// <summary>The database of production, in a container.</summary>
public sealed class OnPostgreSql : ITestDatabase
{
    public static async Task<string> MigratedAsync() => await (await PostgreSqlServer.GetAsync()).MigratedDatabaseAsync();

    public static async Task<string> EmptyAsync() => await (await PostgreSqlServer.GetAsync()).EmptyDatabaseAsync();
}
