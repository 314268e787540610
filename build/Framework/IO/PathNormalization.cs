namespace Nuke.Common.IO;

/// <summary>Text rules of paths: roots, separators, and the removal of <c>.</c> and <c>..</c>. No file system involved.</summary>
internal static class PathNormalization
{
    private static readonly char[] s_separators = ['/', '\\'];

    public static bool HasWindowsRoot(string path) => path is { Length: >= 2 } && char.IsLetter(path[0]) && path[1] == ':';

    public static bool HasUncRoot(string path) => path is { Length: >= 3 } && path.StartsWith(@"\\", StringComparison.Ordinal);

    public static bool IsRooted(string path) => GetRoot(path).Length > 0;

    /// <summary>The root with its trailing separator where it needs one to stand alone; empty for a relative path.</summary>
    public static string GetRoot(string path)
    {
        if (string.IsNullOrEmpty(path))
            return string.Empty;
        if (path[0] == '/')
            return "/";
        if (HasWindowsRoot(path))
            return path[..2] + '\\';
        if (!HasUncRoot(path))
            return string.Empty;
        var end = path.IndexOfAny(s_separators, startIndex: 2);
        return (end < 0 ? path : path[..end]) + '\\';
    }

    public static string Normalize(string path)
    {
        path ??= string.Empty;
        var root = GetRoot(path);
        var separator = root.Length == 0 ? Path.DirectorySeparatorChar : root[^1];
        var rest = root.Length == 0 || path.Length < root.Length ? (root.Length == 0 ? path : string.Empty) : path[root.Length..];
        // A backslash is an ordinary character in a Unix name, yet callers write Windows-style relative parts; both split.
        var parts = new List<string>();
        foreach (var part in rest.Split(s_separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            if (part != ".." || parts.Count == 0 || parts[^1] == "..")
            {
                Assert.True(part != ".." || root.Length == 0, $"Cannot normalize '{path}' beyond path root");
                parts.Add(part);
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }
        return root + string.Join(separator, parts);
    }

    public static string Combine(string left, string right)
    {
        Assert.False(IsRooted(right), $"Path '{right}' must not be rooted to be appended to '{left}'");
        return Normalize(string.IsNullOrEmpty(left) ? right : left + Path.AltDirectorySeparatorChar + right);
    }
}
