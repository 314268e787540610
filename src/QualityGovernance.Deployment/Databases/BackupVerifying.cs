using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>Restores a backup into a server of its own and compares every table with the manifest. Only then it is good.</summary>
/// <param name="servers">Start the scratch server.</param>
/// <param name="cipher">Opens encrypted backups.</param>
/// <param name="time">For its duration.</param>
public sealed class BackupVerifying(IScratchServers servers, BackupCipher cipher, TimeProvider time)
{
    /// <param name="engine">Runs the scratch server.</param>
    /// <param name="image">The database's image.</param>
    /// <param name="cipher">Opens encrypted backups.</param>
    /// <param name="time">For its duration.</param>
    public BackupVerifying(ContainerEngine engine, string image, BackupCipher cipher, TimeProvider time)
        : this(new ScratchContainers(engine, image, time), cipher, time)
    {
    }

    /// <returns>The same backup, marked as verified.</returns>
    /// <exception cref="DeploymentException">It cannot be restored, or what comes out is not what the manifest says.</exception>
    public async Task<BackupFile> VerifyAsync(BackupFile backup, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(backup);
        var started = time.GetTimestamp();
        using var content = await BackupContent.OpenAsync(backup, cipher, cancellation);
        await using var scratch = await servers.StartAsync(cancellation);
        await scratch.RestoreAsync(content.WriteAsync, cancellation);
        var rows = await scratch.QueryAsync(SchemaRevision.Script + TableContent.Script, cancellation);
        Compare(backup, SchemaRevision.Read(rows), TableContent.Read(rows));
        return BackupStore.MarkVerified(
            backup, new BackupVerification(backup.Manifest.Sha256, time.GetUtcNow(), Math.Round(time.GetElapsedTime(started).TotalSeconds, 2), scratch.MadeOf));
    }

    internal static void Compare(BackupFile backup, SchemaRevision? schema, IReadOnlyList<TableContent> tables)
    {
        IReadOnlyList<string> differences =
        [
            .. schema?.Revision == backup.Manifest.Revision ? [] : new[] { $"the schema is at {schema?.Revision ?? "nothing"} instead of {backup.Manifest.Revision}" },
            .. TableContent.Differences(backup.Manifest.Tables, tables),
        ];
        if (differences.Count > 0)
            throw new DeploymentException($"What comes out of {backup.Name} is not what went in: {string.Join("; ", differences)}. It is no backup; take another one.", "./build.sh Backup");
    }
}
