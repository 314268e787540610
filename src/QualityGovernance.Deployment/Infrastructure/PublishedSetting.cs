using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Infrastructure;

/// <summary>A setting of the service, as the table says that the service publishes. Deployment does not see the service, and that table is held to it by a test.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Rule">What is accepted.</param>
/// <param name="HoldsSecret">It can be given as a file, and has no place among parameters.</param>
public sealed partial record PublishedSetting(string Name, string Rule, bool HoldsSecret)
{
    private const string Begin = "<!-- settings:";
    private const string End = "<!-- end of settings -->";

    /// <exception cref="DeploymentException">The page has no such table.</exception>
    public static IReadOnlyList<PublishedSetting> ReadAll(string page)
    {
        var text = File.ReadAllText(page);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var settings = begin < 0 || end < begin ? [] : text[begin..end].Split('\n').Select(Row).OfType<PublishedSetting>().ToList();
        return settings.Count > 0
            ? settings
            : throw new DeploymentException($"{page} holds no table of settings between \"{Begin} ... -->\" and \"{End}\". Write it anew with the service's describe-config --markdown.");
    }

    private static PublishedSetting? Row(string line)
    {
        var match = RowPattern().Match(line);
        return match.Success
            ? new PublishedSetting(match.Groups["name"].Value, match.Groups["rule"].Value.Replace("\\*", "*").Replace("\\|", "|"), match.Groups["file"].Success)
            : null;
    }

    [GeneratedRegex(@"^\| `(?<name>[A-Z_]+)`(?<file>(, | or )`[A-Z_]+`)* \| .*? \| (?<rule>.*) \|$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowPattern();
}
