namespace QualityGovernance.Deployment.Databases;

/// <summary>What a database itself says about its schema.</summary>
/// <param name="Revision">The last migration that was applied.</param>
/// <param name="CompatibleFrom">The head of the oldest release that can serve on it; compared by ordinal.</param>
/// <param name="Applied">All migrations, in order.</param>
public sealed record SchemaRevision(string Revision, string CompatibleFrom, IReadOnlyList<string> Applied)
{
    /// <summary>What is neither applied nor gone; null where every migration is whole.</summary>
    public HalfAppliedMigration? Halfway { get; init; }

    /// <summary>Asks for everything in one look.</summary>
    internal const string Script =
        """
        SELECT 'schema', revision, compatible_from FROM schema_info;
        SELECT 'applied', "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" COLLATE "C";
        SELECT $query$SELECT 'halfway', migration, count(*) FILTER (WHERE state = 'done'), count(*) FROM public.migration_journal GROUP BY migration$query$
          WHERE to_regclass('public.migration_journal') IS NOT NULL \gexec

        """;

    internal static SchemaRevision? Read(IReadOnlyList<string[]> rows) => rows.FirstOrDefault(row => row is ["schema", _, _]) is { } schema
        ? new SchemaRevision(schema[1], schema[2], [.. rows.Where(row => row is ["applied", _]).Select(row => row[1])])
        {
            Halfway = rows.FirstOrDefault(row => row is ["halfway", _, _, _]) is { } halfway ? new(halfway[1], Number(halfway[2]), Number(halfway[3])) : null,
        }
        : null;

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads it from the database, whatever anybody remembers of it.</summary>
    /// <exception cref="DeploymentException">It is not a database of this product, or was never migrated.</exception>
    public static async Task<SchemaRevision> ReadAsync(IDatabaseTools tools, DatabaseAddress at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tools);
        var known = await tools.QueryAsync(at, "SELECT to_regclass('public.schema_info') IS NOT NULL AND to_regclass('public.\"__EFMigrationsHistory\"') IS NOT NULL;", cancellation);
        var revision = known is [["t"]] ? Read(await tools.QueryAsync(at, Script, cancellation)) : null;
        return revision ?? throw new DeploymentException($"The database {at} holds no schema of this product: its migrations have never been applied to it.");
    }
}
