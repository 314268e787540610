using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>Reads out of the Dockerfile and the compose files which paths their probes ask for.</summary>
internal static partial class ProbePathFinder
{
    public static IReadOnlyList<ProbePath> Find(string root)
    {
        var files = Directory.EnumerateFiles(root, "Dockerfile*").Concat(Directory.EnumerateFiles(root, "docker-compose*.yml")).Order(StringComparer.Ordinal);
        return [.. files.SelectMany(file => FindIn(Path.GetFileName(file), File.ReadAllText(file))).Distinct()];
    }

    internal static IEnumerable<ProbePath> FindIn(string source, string text) =>
        from line in Joined(text)
        where !line.TrimStart().StartsWith('#')
        from Match address in Address().Matches(line)
        select new ProbePath(address.Groups["path"].Value, source);

    /// <summary>A line that ends with a backslash goes on in the next one.</summary>
    private static string[] Joined(string text) => text.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');

    /// <summary>An address of the machine or container itself, as probes have them, also in what the service's own probe prints.</summary>
    [GeneratedRegex("""https?://(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(:[^/\s"']+)?(?<path>/[^\s"'\]|&;]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
