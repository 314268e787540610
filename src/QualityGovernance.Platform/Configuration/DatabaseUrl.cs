namespace QualityGovernance.Platform.Configuration;

/// <summary>
/// Reads <c>DATABASE_URL</c>. Written out rather than left to <see cref="Uri"/>, which rewrites hosts and passwords.
/// No message repeats a part of the URL: where it is malformed, any part may hold a piece of the password.
/// </summary>
internal static class DatabaseUrl
{
    public const string Example = "postgresql://user:password@host:5432/database?sslmode=require";

    private static readonly string[] PostgreSqlSchemes =
        ["postgresql", "postgres", "postgresql+asyncpg", "postgresql+psycopg2", "postgresql+psycopg"];

    private static readonly string[] SqliteSchemes = ["sqlite", "sqlite+aiosqlite"];

    public static Parsed<DatabaseSettings> Read(string text, AppEnvironment environment)
    {
        var url = text.Trim();
        var schemeEnd = url.IndexOf("://", StringComparison.Ordinal);
        if (schemeEnd <= 0)
            return Wrong($"is not a URL. Write it as {Example}");

        var scheme = url[..schemeEnd].ToLowerInvariant();
        var rest = url[(schemeEnd + 3)..];
        if (SqliteSchemes.Contains(scheme))
            return environment.IsGuarded() ? Wrong($"names SQLite, which is for development only. Name a PostgreSQL server: {Example}") : SqliteUrl.Read(rest);
        if (PostgreSqlSchemes.Contains(scheme))
            return PostgreSqlUrl.Read(rest, environment);
        return Wrong($"names a kind of database that is not supported. Begin it with postgresql:// (or sqlite:/// in development), as in {Example}");
    }

    public static Parsed<DatabaseSettings> Absent(AppEnvironment environment) =>
        environment == AppEnvironment.Development
            ? SqliteUrl.File(SqliteUrl.DevelopmentFile)
            : Wrong($"is not set; only development has a default. Set it as {Example}");

    private static Parsed<DatabaseSettings> Wrong(string problem) => Parsed<DatabaseSettings>.Wrong(problem);
}
