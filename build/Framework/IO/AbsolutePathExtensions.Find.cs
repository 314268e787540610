using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    public static AbsolutePath FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate) =>
        path.NotNull().Descendants(x => x.Parent).FirstOrDefault(predicate);

    public static AbsolutePath FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate) =>
        path.NotNull().DescendantsAndSelf(x => x.Parent).FirstOrDefault(predicate);

    /// <summary>Files below the directory, sorted; <paramref name="depth"/> 1 is the directory itself.</summary>
    public static IEnumerable<AbsolutePath> GetFiles(this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = FileAttributes.None) =>
        Enumerate(path, depth, directory => Directory.EnumerateFiles(directory, pattern), attributes);

    /// <summary>Directories below the directory, sorted; <paramref name="depth"/> 1 is its direct children.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = FileAttributes.None) =>
        Enumerate(path, depth, directory => Directory.EnumerateDirectories(directory, pattern), attributes);

    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions) =>
        path.ToString().EndsWithAnyOrdinalIgnoreCase([extension, .. alternativeExtensions]);

    public static AbsolutePath WithExtension(this AbsolutePath path, string extension) =>
        path.Parent / Path.ChangeExtension(path.Name, extension);

    public static FileInfo ToFileInfo(this AbsolutePath path) => path is null ? null : new FileInfo(path);

    public static DirectoryInfo ToDirectoryInfo(this AbsolutePath path) => path is null ? null : new DirectoryInfo(path);

    public static DateTime GetLastWriteTimeUtc(this AbsolutePath path) => File.GetLastWriteTimeUtc(path);

    private static IEnumerable<AbsolutePath> Enumerate(
        AbsolutePath path, int depth, Func<string, IEnumerable<string>> entries, FileAttributes attributes)
    {
        if (depth <= 0)
            yield break;
        foreach (var entry in entries(path).Where(x => (File.GetAttributes(x) & attributes) == attributes).Order(StringComparer.Ordinal))
            yield return entry;
        if (depth == 1)
            yield break;
        foreach (var child in Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal))
            foreach (var entry in Enumerate(child, depth - 1, entries, attributes))
                yield return entry;
    }
}
