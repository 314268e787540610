using Microsoft.Data.Sqlite;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Reads what follows <c>sqlite://</c>: three slashes and a relative path, or four and an absolute one.</summary>
internal static class SqliteUrl
{
    /// <summary>Relative to the working directory.</summary>
    public const string DevelopmentFile = "data/qgp.db";

    public static Parsed<DatabaseSettings> Read(string rest)
    {
        if (rest.Contains('?') || rest.Contains('#'))
            return Wrong("has parameters after the SQLite path; none are supported. Write it as sqlite:///data/qgp.db");
        if (!rest.StartsWith('/'))
            return Wrong("names a host for SQLite, which has none. Write three slashes and a relative path (sqlite:///data/qgp.db), or four and an absolute one.");

        var path = Uri.UnescapeDataString(rest[1..]);
        if (string.IsNullOrWhiteSpace(path) || path.Contains(":memory:", StringComparison.OrdinalIgnoreCase))
            return Wrong("names a SQLite database in memory, which migrations cannot reach. Name a file: sqlite:///data/qgp.db");
        return path.Contains('\0') ? Wrong("holds a NUL character. Name a file: sqlite:///data/qgp.db") : File(path);
    }

    public static DatabaseSettings File(string path)
    {
        var full = Path.GetFullPath(path);
        var connection = new SqliteConnectionStringBuilder { DataSource = full, ForeignKeys = true };
        return new DatabaseSettings(DatabaseProvider.Sqlite, connection.ConnectionString, null, full);
    }

    private static Parsed<DatabaseSettings> Wrong(string problem) => Parsed<DatabaseSettings>.Wrong(problem);
}
