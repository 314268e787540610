using System.IO.Enumeration;

namespace Nuke.Common.IO;

/// <summary>Finds files and directories by patterns: <c>*</c> and <c>?</c> within a name, <c>**</c> over any number of directories.</summary>
public static class Globbing
{
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        Glob(directory, patterns, files: true);

    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns) =>
        Glob(directory, patterns, files: false);

    private static List<AbsolutePath> Glob(AbsolutePath directory, string[] patterns, bool files)
    {
        if (patterns.Length == 0)
            (directory, patterns) = SplitDefinition(directory);
        if (!directory.DirectoryExists())
            return [];
        return patterns
            .SelectMany(x => Match(directory, x.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries), files))
            .Distinct(StringComparer.Ordinal)
            .Select(AbsolutePath.Create)
            .ToList();
    }

    private static IEnumerable<string> Match(string directory, ReadOnlyMemory<string> segments, bool files)
    {
        var segment = segments.Span[0];
        var rest = segments[1..];
        if (segment == "**")
        {
            var here = rest.IsEmpty ? Entries(directory, "*", files) : Match(directory, rest, files);
            var below = Directories(directory).SelectMany(x => Match(x, segments, files));
            return Enumerable.Concat(here, below);
        }
        if (segment == "..")
            return rest.IsEmpty ? [] : Match(Path.GetFullPath(Path.Combine(directory, "..")), rest, files);
        return rest.IsEmpty
            ? Entries(directory, segment, files)
            : Directories(directory).Where(x => Matches(segment, Path.GetFileName(x))).SelectMany(x => Match(x, rest, files));
    }

    private static IEnumerable<string> Entries(string directory, string segment, bool files) =>
        (files ? Directory.EnumerateFiles(directory) : Directory.EnumerateDirectories(directory))
        .Where(x => Matches(segment, Path.GetFileName(x)))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Directories(string directory) =>
        Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal);

    private static bool Matches(string segment, string name)
    {
        var open = segment.IndexOf('{');
        var close = segment.IndexOf('}');
        if (open < 0 || close < open)
            return FileSystemName.MatchesSimpleExpression(segment, name, ignoreCase: EnvironmentInfo.IsWin);
        return segment[(open + 1)..close].Split(',').Any(x => Matches(segment[..open] + x + segment[(close + 1)..], name));
    }

    // "/root/output/**/*.zip" in one piece: everything before the first pattern is the directory.
    private static (AbsolutePath Directory, string[] Patterns) SplitDefinition(AbsolutePath definition)
    {
        var directory = definition.FindParentOrSelf(x => !x.ToString().Contains('*')) ?? definition;
        return (directory, [PathConstruction.GetRelativePath(directory, definition)]);
    }
}
