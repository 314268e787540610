namespace QualityGovernance.Platform.Configuration;

/// <summary>The database engines the service runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>The database of every shared environment.</summary>
    PostgreSql,

    /// <summary>The embedded default of development: a file, no server.</summary>
    Sqlite,
}
