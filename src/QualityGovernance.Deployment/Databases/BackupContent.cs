using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>Opens the dump inside a backup file, decrypted where needed, after its hash was compared with the manifest's.</summary>
internal sealed class BackupContent : IDisposable
{
    private readonly string path;
    private readonly ClosedFolder? decrypted;

    private BackupContent(string path, ClosedFolder? decrypted)
    {
        this.path = path;
        this.decrypted = decrypted;
    }

    /// <exception cref="DeploymentException">It is not the file that the manifest speaks of, is of another product, or cannot be decrypted.</exception>
    public static async Task<BackupContent> OpenAsync(BackupFile backup, BackupCipher cipher, CancellationToken cancellation)
    {
        if (backup.Manifest.Product != BackupManifest.QualityGovernance)
            throw new DeploymentException($"{backup.Path} is a backup of \"{backup.Manifest.Product}\", not of {BackupManifest.QualityGovernance}.");
        var hash = await BackupStore.HashAsync(backup.Path, cancellation);
        if (hash != backup.Manifest.Sha256)
            throw new DeploymentException($"{backup.Path} is damaged: its SHA-256 is {hash}, and its manifest says {backup.Manifest.Sha256}. Take another backup.", "./build.sh ListBackups");
        if (!backup.Manifest.Encrypted)
            return new BackupContent(backup.Path, decrypted: null);
        var folder = ClosedFolder.Create("decrypted");
        try
        {
            await cipher.DecryptAsync(backup.Path, folder.At("backup.dump"), cancellation);
            return new BackupContent(folder.At("backup.dump"), folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async Task WriteAsync(Stream to, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        await file.CopyToAsync(to, cancellation);
    }

    public void Dispose() => decrypted?.Dispose();
}
