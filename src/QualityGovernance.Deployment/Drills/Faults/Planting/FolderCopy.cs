namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>A folder as another one was.</summary>
internal static class FolderCopy
{
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)), overwrite: true);
    }

    /// <summary>What is in the second folder and not in the first goes away; the folder itself stays, which may be a mount.</summary>
    public static void Replace(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(to))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(to))
            File.Delete(file);
        Copy(from, to);
    }
}
