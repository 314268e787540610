using QualityGovernance.Deployment.Databases;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>The database of an environment, as it is seen from outside the application.</summary>
internal interface IEnvironmentDatabase
{
    /// <returns>What the database itself says; null where it is empty.</returns>
    /// <exception cref="DeploymentException">It has tables, and no migration ever made them.</exception>
    Task<SchemaRevision?> SchemaAsync(CancellationToken cancellation);

    /// <summary>Takes a backup, restores it elsewhere and compares.</summary>
    Task<BackupFile> BackUpAsync(string reason, CancellationToken cancellation);

    /// <summary>Removes what restores that were interrupted have made and never brought to serve; only for whoever has the environment.</summary>
    /// <returns>Their names.</returns>
    Task<IReadOnlyList<string>> RemoveUnfinishedRestoresAsync(CancellationToken cancellation);
}
