using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads the text of an <c>.sln</c> file: what is in it and in which folder.</summary>
internal static partial class SolutionFile
{
    private const string FolderType = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    public static IReadOnlyList<SolutionEntry> Read(AbsolutePath path)
    {
        Assert.FileExists(path, $"Solution file '{path}' does not exist");
        var lines = File.ReadAllLines(path);
        Assert.True(lines.Any(x => x.StartsWith("Microsoft Visual Studio Solution File", StringComparison.Ordinal)),
            $"'{path}' is not a solution file: its header is missing");
        var parents = ReadParents(lines);
        return lines
            .Select(x => ProjectLine().Match(x))
            .Where(x => x.Success)
            .Select(x => new SolutionEntry(
                x.Groups["id"].Value,
                x.Groups["name"].Value,
                x.Groups["path"].Value.Replace('\\', '/'),
                x.Groups["type"].Value.Equals(FolderType, StringComparison.OrdinalIgnoreCase),
                parents.GetValueOrDefault(x.Groups["id"].Value)))
            .ToList();
    }

    private static Dictionary<string, string> ReadParents(IEnumerable<string> lines) =>
        lines
            .SkipWhile(x => !x.Contains("GlobalSection(NestedProjects)", StringComparison.Ordinal))
            .TakeWhile(x => !x.Contains("EndGlobalSection", StringComparison.Ordinal))
            .Select(x => NestedLine().Match(x))
            .Where(x => x.Success)
            .ToDictionary(x => x.Groups["child"].Value, x => x.Groups["parent"].Value, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("""^Project\("\{(?<type>[^}]+)\}"\)\s*=\s*"(?<name>[^"]*)",\s*"(?<path>[^"]*)",\s*"\{(?<id>[^}]+)\}"\s*$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProjectLine();

    [GeneratedRegex("""^\s*\{(?<child>[^}]+)\}\s*=\s*\{(?<parent>[^}]+)\}\s*$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NestedLine();
}
