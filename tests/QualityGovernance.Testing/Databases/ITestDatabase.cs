namespace QualityGovernance.Testing.Databases;

/// <summary>A kind of database that tests can have, each for itself.</summary>
public interface ITestDatabase
{
    /// <summary>A new migrated database, as a DATABASE_URL.</summary>
    static abstract Task<string> MigratedAsync();

    /// <summary>A new database without anything in it, as a DATABASE_URL.</summary>
    static abstract Task<string> EmptyAsync();
}
