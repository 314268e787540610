using System.Globalization;
using System.Security.Cryptography;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>Dumps a database, and counts and hashes its tables in the same snapshot. What fails leaves no file that could be taken for a backup.</summary>
/// <param name="tools">Of the database.</param>
/// <param name="store">Where the backup goes.</param>
/// <param name="cipher">Encrypts it where that is configured.</param>
/// <param name="time">For its name.</param>
public sealed class BackupTaking(IDatabaseTools tools, BackupStore store, BackupCipher cipher, TimeProvider time)
{
    private const string Dump = "dump";

    /// <param name="at">What to back up.</param>
    /// <param name="reason">Why; written into the manifest.</param>
    /// <param name="cancellation">Stops it and leaves nothing.</param>
    /// <exception cref="DeploymentException">It could not be done as a whole.</exception>
    public async Task<BackupFile> TakeAsync(DatabaseAddress at, string reason, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(at);
        var schema = await SchemaRevision.ReadAsync(tools, at, cancellation);
        var created = time.GetUtcNow();
        ClosedFolder.Make(store.Folder);
        var name = $"{created.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{at.Database}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}";

        // What is going to be encrypted must not lie, before it is, where the encrypted backups are read.
        using var closed = cipher.Encrypts ? ClosedFolder.Create("dump") : null;
        var plain = Path.Combine(closed?.FullPath ?? store.Folder, name + BackupStore.Extension + BackupStore.Unfinished);
        var encrypted = Path.Combine(store.Folder, name + BackupStore.EncryptedExtension + BackupStore.Unfinished);
        try
        {
            var rows = await DumpAsync(at, plain, cancellation);
            if (cipher.Encrypts)
                await cipher.EncryptAsync(plain, encrypted, cancellation);
            var file = cipher.Encrypts ? encrypted : plain;
            var manifest = new BackupManifest
            {
                Product = BackupManifest.QualityGovernance,
                Database = at.Database,
                Revision = schema.Revision,
                CompatibleFrom = schema.CompatibleFrom,
                ServerVersion = rows.First(row => row is ["server", _])[1],
                Created = created,
                Reason = reason,
                Tables = TableContent.Read(rows),
                AuditTrail = AuditTrailEnd.Read(rows),
                Sha256 = await BackupStore.HashAsync(file, cancellation),
                SizeBytes = new FileInfo(file).Length,
                Encrypted = cipher.Encrypts,
            };
            return BackupStore.Keep(file, file[..^BackupStore.Unfinished.Length], manifest);
        }
        finally
        {
            File.Delete(plain);
            File.Delete(encrypted);
        }
    }

    /// <summary>
    /// One session of psql holds the snapshot, lets pg_dump take part in it, and hashes the tables: they cannot be of another moment than the dump.
    /// </summary>
    private async Task<IReadOnlyList<string[]>> DumpAsync(DatabaseAddress at, string path, CancellationToken cancellation)
    {
        var script =
            $"""
            BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;
            SELECT 'server', split_part(current_setting('server_version'), ' ', 1);
            SELECT pg_export_snapshot() AS snapshot \gset
            \setenv QGP_SNAPSHOT :snapshot
            \set dumped `pg_dump --format=custom --no-password --snapshot="$QGP_SNAPSHOT" --file="${PsqlOutput.FolderVariable}/{Path.GetFileName(path)}" && echo true || echo false`
            \if :dumped
            {TableContent.Script}
            {AuditTrailEnd.Script}
            SELECT '{Dump}', 'whole';
            \endif
            COMMIT;

            """;
        var result = await tools.ScriptAsync(at, script, Path.GetDirectoryName(path), cancellation);
        var rows = PsqlOutput.Rows(result.Output);
        if (!result.Succeeded || !rows.Any(row => row is [Dump, "whole"]) || !File.Exists(path))
            throw new DeploymentException($"The database {at} could not be backed up: {result.LastWords()}");
        return rows;
    }
}
