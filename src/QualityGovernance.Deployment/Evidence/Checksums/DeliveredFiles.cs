using System.IO.Enumeration;

namespace QualityGovernance.Deployment.Evidence.Checksums;

/// <summary>
/// The files that decide what is built and deployed, beside the sources in the image: chosen by pattern and not by a list, so that one that was added is seen.
/// Descriptions of environments are not among them: they change from deployment to deployment without a release.
/// </summary>
public static class DeliveredFiles
{
    private static readonly string[] AtTheTop =
    [
        "Dockerfile", ".dockerignore", "docker-compose*.yml", "docker-stack*.yml", ".env*.example", "global.json", "Directory.*.props", "nuget.config",
    ];

    private static readonly string[] Folders = [".github/workflows/", ".nuke/proxy/", ".config/"];

    private static readonly string[] Anywhere = ["packages.lock.json", "bootstrap.lock.json"];

    /// <summary>Made by builds, or not part of the product.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal) { ".git", "artifacts", "bin", "obj", "node_modules", "temp" };

    /// <summary>Relative to the checkout, with slashes, in order.</summary>
    public static IReadOnlyList<string> In(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var files = new FileSystemEnumerable<string>(root, (ref FileSystemEntry entry) => Path.GetRelativePath(root, entry.ToFullPath()).Replace('\\', '/'), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !Skipped.Contains(entry.FileName.ToString()) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return [.. files.Where(IsDelivered).Order(StringComparer.Ordinal)];
    }

    private static bool IsDelivered(string path) =>
        Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
        || Anywhere.Contains(path[(path.LastIndexOf('/') + 1)..])
        || (!path.Contains('/', StringComparison.Ordinal) && AtTheTop.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: true)));
}
