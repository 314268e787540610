using System.Globalization;
using System.Text.RegularExpressions;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Reads <c>RISK_MATRIX</c>: the size, then every level with the score it begins at and its colour.</summary>
internal static partial class RiskMatrixText
{
    public const string Default = "5x5,very_low:1:22c55e,low:2:84cc16,medium:4:eab308,high:10:f97316,critical:17:ef4444";

    private const int FewestSteps = 2;
    private const int MostSteps = 10;

    private const string Remedy = "Write RISK_MATRIX=" + Default + ", with your own size, names, scores and colours.";

    public static Parsed<RiskMatrix> Read(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (Size().Match(parts[0]) is not { Success: true } size || Number(size, "likelihoods") is not (>= FewestSteps and <= MostSteps) || Number(size, "impacts") is not (>= FewestSteps and <= MostSteps))
            return Wrong($"does not begin with the steps of likelihood and of impact, each from {FewestSteps} to {MostSteps}, such as 5x5.");

        var levels = new List<RiskLevel>();
        foreach (var part in parts.Skip(1))
        {
            if (Level().Match(part) is not { Success: true } level)
                return Wrong("holds a level that is not a name in lower case, the score it begins at and a colour of six hexadecimal digits, separated by colons.");
            levels.Add(new(level.Groups["name"].Value, Number(level, "from"), "#" + level.Groups["color"].Value.ToLowerInvariant()));
        }

        var (likelihoods, impacts) = (Number(size, "likelihoods"), Number(size, "impacts"));
        return Problem(levels, likelihoods * impacts) is { } problem ? Wrong(problem) : new RiskMatrix(likelihoods, impacts, levels);
    }

    private static string? Problem(List<RiskLevel> levels, int highest)
    {
        if (levels.Count < 2) return "has fewer than two levels.";
        if (levels[0].From != 1) return "has a first level that does not begin at the score 1.";
        if (levels.Zip(levels.Skip(1)).Any(pair => pair.Second.From <= pair.First.From)) return "has levels whose scores do not rise.";
        if (levels[^1].From > highest) return $"has a level that begins beyond its highest score, {highest}.";
        return levels.DistinctBy(level => level.Name).Count() < levels.Count ? "has two levels of one name." : null;
    }

    private static Parsed<RiskMatrix> Wrong(string problem) => Parsed<RiskMatrix>.Wrong($"{problem} {Remedy}");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<likelihoods>[0-9]{1,2})x(?<impacts>[0-9]{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();

    [GeneratedRegex("^(?<name>[a-z][a-z0-9_]{0,29}):(?<from>[0-9]{1,3}):#?(?<color>[0-9A-Fa-f]{6})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Level();
}
