namespace QualityGovernance.Platform.Configuration;

/// <summary>Which database, and how to reach it.</summary>
/// <param name="Provider">The engine.</param>
/// <param name="ConnectionString">In the provider's own form. Holds the password: never log it.</param>
/// <param name="Host">The server, or servers separated by commas; null for SQLite.</param>
/// <param name="Name">The database on the server, or the full path of the SQLite file.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString, string? Host, string Name)
{
    /// <summary>The password inside <see cref="ConnectionString"/>, so that logs can mask it; null when there is none.</summary>
    public string? Password { get; init; }

    /// <summary>Safe to print: no credentials.</summary>
    public override string ToString() =>
        Provider == DatabaseProvider.Sqlite ? $"SQLite file {Name}" : $"PostgreSQL database {Name} on {Host}";
}
