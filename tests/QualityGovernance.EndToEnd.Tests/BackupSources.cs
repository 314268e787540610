namespace QualityGovernance.EndToEnd.Tests;

/// <summary>What the backup service is compiled from.</summary>
internal static class BackupSources
{
    private static readonly string[] Projects = ["QualityGovernance.Backup", "QualityGovernance.Deployment"];

    private static readonly string[] Files = ["Directory.Packages.props", "BannedSymbols.txt", "src/Directory.Build.props"];

    public static void CopyTo(string root)
    {
        var sources = Projects.SelectMany(project => Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", project), "*", SearchOption.AllDirectories)).Select(file => Path.GetRelativePath(Checkout.Root, file));
        foreach (var file in Files.Concat(sources))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.Copy(Path.Combine(Checkout.Root, file), Path.Combine(root, file));
        }
    }
}
