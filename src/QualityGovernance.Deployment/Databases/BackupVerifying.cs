using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>Restores a backup into a server of its own and compares every table with the manifest. Only then it is good.</summary>
/// <param name="servers">Start the scratch server.</param>
/// <param name="cipher">Opens encrypted backups.</param>
/// <param name="time">For its duration.</param>
public sealed class BackupVerifying(IScratchServers servers, BackupCipher cipher, TimeProvider time)
{
    /// <summary>Asks for everything that is compared.</summary>
    internal const string Script = SchemaRevision.Script + TableContent.Script + AuditTrailEnd.Script;

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
        Compare(backup, await scratch.QueryAsync(Script, cancellation));
        return BackupStore.MarkVerified(
            backup, new BackupVerification(backup.Manifest.Sha256, time.GetUtcNow(), Math.Round(time.GetElapsedTime(started).TotalSeconds, 2), scratch.MadeOf));
    }

    /// <param name="backup">What it should be.</param>
    /// <param name="rows">What <see cref="Script"/> printed about what came out of it.</param>
    internal static void Compare(BackupFile backup, IReadOnlyList<string[]> rows)
    {
        var schema = SchemaRevision.Read(rows);
        IReadOnlyList<string> differences =
        [
            .. schema?.Revision == backup.Manifest.Revision ? [] : new[] { $"the schema is at {schema?.Revision ?? "nothing"} instead of {backup.Manifest.Revision}" },
            .. TableContent.Differences(backup.Manifest.Tables, TableContent.Read(rows)),
            .. AuditTrailEnd.Differences(backup.Manifest.AuditTrail, AuditTrailEnd.Read(rows)),
        ];
        if (differences.Count > 0)
            throw new DeploymentException($"What comes out of {backup.Name} is not what went in: {string.Join("; ", differences)}. It is no backup; take another one.", "./build.sh Backup");
    }
}
