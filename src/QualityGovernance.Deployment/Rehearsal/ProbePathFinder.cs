using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>Reads out of the Dockerfile and the compose files which paths their probes ask for.</summary>
internal static partial class ProbePathFinder
{
    /// <summary>What the service's own <c>healthcheck</c> command asks for.</summary>
    private const string OwnProbe = "/healthz";

    public static IReadOnlyList<ProbePath> Find(string root)
    {
        var files = Directory.EnumerateFiles(root, "Dockerfile*").Concat(Directory.EnumerateFiles(root, "docker-compose*.yml")).Order(StringComparer.Ordinal);
        return [.. files.SelectMany(file => FindIn(Path.GetFileName(file), File.ReadAllText(file))).Distinct()];
    }

    internal static IEnumerable<ProbePath> FindIn(string source, string text)
    {
        foreach (var line in Joined(text).Select(line => line.Trim()).Where(line => !line.StartsWith('#')))
        {
            foreach (Match address in Address().Matches(line))
                yield return new ProbePath(address.Groups["path"].Value, source);
            if (OwnCommand().IsMatch(line))
            {
                var path = PathOption().Match(line);
                yield return new ProbePath(path.Success ? path.Groups["path"].Value : OwnProbe, source);
            }
        }
    }

    /// <summary>A line that ends with a backslash goes on in the next one.</summary>
    private static string[] Joined(string text) => text.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');

    /// <summary>An address of the machine or container itself, as probes have them.</summary>
    [GeneratedRegex("""https?://(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(:[^/\s"']+)?(?<path>/[^\s"'\]|&;]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex("""["'\s]healthcheck["'\s\]]|["'\s]healthcheck$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnCommand();

    [GeneratedRegex("""healthcheck["',\s]+(--path["',\s]+)?(?<path>/[^\s"'\]]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathOption();
}
