using QualityGovernance.Deployment.Databases;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>An external PostgreSQL, reached with the tools of the database's own image.</summary>
internal sealed class EnvironmentDatabase(DatabaseTools tools, DatabaseAddress address, BackupTaking taking, BackupVerifying verifying, DatabaseRestoring restoring) : IEnvironmentDatabase
{
    private const string Look =
        """
        SELECT to_regclass('public.schema_info') IS NOT NULL AND to_regclass('public."__EFMigrationsHistory"') IS NOT NULL, (SELECT count(*) FROM pg_tables WHERE schemaname = 'public');
        """;

    public async Task<SchemaRevision?> SchemaAsync(CancellationToken cancellation) => await tools.QueryAsync(address, Look, cancellation) switch
    {
        [["t", _]] => await SchemaRevision.ReadAsync(tools, address, cancellation),
        [[_, "0"]] => null,
        [[_, var tables]] => throw new DeploymentException($"The database {address} has {tables} tables, and none of them was made by the migrations of this product. Nothing was changed. Name an empty database, or restore a backup of one that migrations made."),
        _ => throw new DeploymentException($"The database {address} did not say whether it has a schema."),
    };

    public async Task<BackupFile> BackUpAsync(string reason, CancellationToken cancellation) =>
        await verifying.VerifyAsync(await taking.TakeAsync(address, reason, cancellation), cancellation);

    public async Task<IReadOnlyList<string>> RemoveUnfinishedRestoresAsync(CancellationToken cancellation)
    {
        var names = await restoring.UnfinishedAsync(address, cancellation);
        foreach (var name in names)
            await restoring.DropAsync(address, name, cancellation);
        return names;
    }
}
