namespace Nuke.Common.IO;

/// <summary>How one path is reached from another.</summary>
public static class PathConstruction
{
    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath ToUnixRelativePath(this RelativePath path) => (UnixRelativePath)(string)path;

    public static string GetRelativePath(string basePath, string destinationPath)
    {
        var relative = Path.GetRelativePath(basePath, destinationPath);
        return relative == "." ? string.Empty : relative;
    }

    public static bool Contains(this AbsolutePath basePath, string destinationPath) => IsDescendantPath(basePath, destinationPath);

    public static bool IsDescendantPath(string basePath, string destinationPath)
    {
        var relative = Path.GetRelativePath(basePath, destinationPath);
        return !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    public static bool HasPathRoot(string path) => PathNormalization.IsRooted(path);

    public static string NormalizePath(string path) => PathNormalization.Normalize(path);

    public static string Combine(string left, string right) => PathNormalization.Combine(left, right);
}
