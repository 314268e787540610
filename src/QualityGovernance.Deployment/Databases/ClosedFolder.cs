using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>A temporary folder that nobody else on the machine can look into, gone with everything in it when it is disposed of.</summary>
internal sealed class ClosedFolder : IDisposable
{
    /// <summary>Of all their names.</summary>
    public const string Prefix = "qgp-";

    /// <summary>Says whose it is: a process that was killed leaves its folders, with secrets in them, to be removed by the next one.</summary>
    private const string OwnerFile = ".closed-folder-owner";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private ClosedFolder(string path) => FullPath = path;

    public string FullPath { get; }

    /// <param name="purpose">Part of its name.</param>
    /// <param name="parent">Where it is made; null for the folder of temporary files.</param>
    public static ClosedFolder Create(string purpose, string? parent = null)
    {
        RemoveOrphans();
        var folder = new ClosedFolder(Path.Combine(parent ?? Path.GetTempPath(), $"{Prefix}{purpose}-{Guid.CreateVersion7():N}"));
        Make(folder.FullPath);
        folder.Write(OwnerFile, OwnerMark.Current.ToString());
        return folder;
    }

    /// <summary>Removes the folders of processes that are known to be gone. Another process may do the same at the same time.</summary>
    public static void RemoveOrphans()
    {
        foreach (var path in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                if (OwnerMark.Parse(File.ReadAllText(Path.Combine(path, OwnerFile))) is { MayBeAlive: false })
                    Directory.Delete(path, recursive: true);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
            {
                // It is no closed folder, is gone by now, or is another account's: nothing of ours is there.
            }
        }
    }

    /// <summary>Makes a folder that stays, closed to others; one that is there keeps the mode that somebody gave it.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
    }

    public string At(string name) => Path.Combine(FullPath, name);

    /// <summary>A file that is bound into a container, which runs as another account and does not come by way of the folder.</summary>
    /// <returns>Its path.</returns>
    public string WriteForContainer(string name, string content)
    {
        Write(name, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At(name), UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return At(name);
    }

    /// <summary>Readable for the owner alone, as libpq demands of password files.</summary>
    public void Write(string name, string content)
    {
        using (File.Create(At(name)))
        {
            // The file is closed to others before there is anything in it.
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(At(name), content);
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
