using System.Security.Cryptography;
using System.Text.Json;

namespace QualityGovernance.Deployment.Databases;

/// <summary>The backups of one environment, in one folder.</summary>
/// <param name="folder">Made when the first is written.</param>
public sealed class BackupStore(string folder)
{
    internal const string Extension = ".dump";
    internal const string EncryptedExtension = ".dump.age";
    internal const string Unfinished = ".partial";
    private const string ManifestExtension = ".manifest.json";
    private const string VerifiedExtension = ".verified.json";

    /// <summary>More than the programs of an attempt are given together.</summary>
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromDays(1);

    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Newest first. A dump without a manifest is not among them: nobody knows what it should hold.</summary>
    public IReadOnlyList<BackupFile> List() =>
        !Directory.Exists(Folder)
            ? []
            : [.. Directory.EnumerateFiles(Folder)
                .Where(path => IsDump(path) && File.Exists(path + ManifestExtension))
                .Select(Open)
                .OrderByDescending(backup => backup.Manifest.Created)];

    /// <summary>Reads a backup and its manifest from wherever it lies.</summary>
    /// <exception cref="DeploymentException">There is none, or its manifest cannot be read.</exception>
    public static BackupFile Open(string path)
    {
        if (!File.Exists(path))
            throw new DeploymentException($"There is no backup {path}.", "./build.sh ListBackups");
        if (!File.Exists(path + ManifestExtension))
            throw new DeploymentException($"{path} has no manifest {Path.GetFileName(path)}{ManifestExtension} beside it: nobody knows what it should hold.", "./build.sh ListBackups");
        return new BackupFile(path, Read<BackupManifest>(path + ManifestExtension), File.Exists(path + VerifiedExtension) ? Read<BackupVerification>(path + VerifiedExtension) : null);
    }

    /// <returns>The newest that was restored and compared; null where there is none.</returns>
    public BackupFile? NewestGood() => List().FirstOrDefault(backup => backup.IsGood);

    /// <summary>Removes what an attempt that was killed has left; one that may be under way is spared.</summary>
    public void RemoveUnfinished(DateTimeOffset now)
    {
        if (!Directory.Exists(Folder))
            return;
        foreach (var path in Directory.EnumerateFiles(Folder, "*" + Unfinished).Where(path => now.UtcDateTime - File.GetLastWriteTimeUtc(path) > LongestAttempt))
            File.Delete(path);
    }

    /// <summary>Removes what is beyond the given number or older than the given age, and never the newest that is good.</summary>
    /// <returns>Names of what was removed.</returns>
    public IReadOnlyList<string> Retain(int count, TimeSpan age, DateTimeOffset now)
    {
        var all = List();
        var kept = all.FirstOrDefault(backup => backup.IsGood);
        var removed = all.Where((backup, place) => backup != kept && (place >= count || now - backup.Manifest.Created > age)).ToList();
        return Remove(removed);
    }

    /// <summary>
    /// Of the backups that were made for one reason and that nobody could restore, only the newest stays: it may be all there is, and a fault that lasts must not
    /// fill the disk with more of them, nor push the good ones out.
    /// </summary>
    public void ForgetUnverified(string reason)
    {
        Remove([.. List().Where(backup => !backup.IsGood && backup.Manifest.Reason == reason).Skip(1)]);
    }

    /// <summary>Gives a finished dump its name; from then on it is a backup, if not yet a good one.</summary>
    internal static BackupFile Keep(string unfinished, string path, BackupManifest manifest)
    {
        Write(path + ManifestExtension, manifest);
        File.Move(unfinished, path);
        return Open(path);
    }

    internal static BackupFile MarkVerified(BackupFile backup, BackupVerification verification)
    {
        Write(backup.Path + VerifiedExtension, verification);
        return backup with { Verification = verification };
    }

    internal static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    private static IReadOnlyList<string> Remove(IReadOnlyList<BackupFile> removed)
    {
        foreach (var backup in removed)
        {
            // The manifest last: what is interrupted here is a manifest without a dump, which nobody lists.
            File.Delete(backup.Path);
            File.Delete(backup.Path + VerifiedExtension);
            File.Delete(backup.Path + ManifestExtension);
        }

        return [.. removed.Select(backup => backup.Name)];
    }

    private static bool IsDump(string path) => path.EndsWith(Extension, StringComparison.Ordinal) || path.EndsWith(EncryptedExtension, StringComparison.Ordinal);

    private static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), BackupManifest.Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{path} is not what was written there: {e.Message}", inner: e);
        }
    }

    private static void Write<T>(string path, T value)
    {
        File.WriteAllText(path + Unfinished, JsonSerializer.Serialize(value, BackupManifest.Json) + "\n");
        File.Move(path + Unfinished, path, overwrite: true);
    }
}
