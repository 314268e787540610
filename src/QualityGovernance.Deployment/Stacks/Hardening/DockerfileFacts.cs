using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>What a Dockerfile says about the image that it makes, and the items of section 4 of the CIS Docker Benchmark 1.6.0 that can be read in it.</summary>
internal sealed partial class DockerfileFacts
{
    private readonly List<string> instructions;
    private readonly List<string> final;

    public DockerfileFacts(string text)
    {
        var lines = text.Split('\n').Where(line => !line.TrimStart().StartsWith('#'));
        instructions = [.. ContinuationPattern().Replace(string.Join('\n', lines), " ").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        final = [.. instructions.Skip(Math.Max(0, instructions.FindLastIndex(one => Is(one, "FROM"))))];
    }

    /// <summary>Of the last stage; empty where it names none.</summary>
    public string User => final.LastOrDefault(one => Is(one, "USER"))?[4..].Trim() ?? "";

    public bool HasHealthCheck => final.LastOrDefault(one => Is(one, "HEALTHCHECK")) is { } check && !check.EndsWith(" NONE", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the last stage sets by this instruction, <c>ENV</c> or <c>LABEL</c>, and whether the value is known only when the image is built.</summary>
    public IReadOnlyDictionary<string, bool> Set(string instruction) => final.Where(one => Is(one, instruction))
        .SelectMany(one => AssignmentPattern().Matches(one)).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value.Contains("${", StringComparison.Ordinal));

    public IReadOnlyList<HardeningBreach> Broken() =>
    [
        .. When(HardeningRules.IsRoot(User), "4.1", "its image runs as root"),
        .. When(!HasHealthCheck, "4.6", "its image has no health check"),
        .. instructions.Where(one => Is(one, "RUN") && UpdatePattern().IsMatch(one) && !one.Contains(" install", StringComparison.Ordinal)).Select(_ => Breach("4.7", "updates packages in a layer of its own, which a cache keeps for ever")),
        .. instructions.Where(one => Is(one, "ADD")).Select(_ => Breach("4.9", "adds instead of copying, and so may fetch or unpack")),
        .. instructions.Where(one => Is(one, "ENV") || Is(one, "ARG")).SelectMany(one => VariablePattern().Matches(one).Select(match => match.Groups["name"].Value))
            .Where(HardeningRules.NamesASecret).Select(name => Breach("4.10", $"keeps {name} in the image")),
    ];

    private static IEnumerable<HardeningBreach> When(bool broken, string rule, string what) => broken ? [Breach(rule, what)] : [];

    private static HardeningBreach Breach(string rule, string what) => new(rule, "Dockerfile", what);

    private static bool Is(string instruction, string name) => instruction.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\\\n\s*", RegexOptions.None, 1000)]
    private static partial Regex ContinuationPattern();

    [GeneratedRegex(@"\b(apt-get|apt|apk|yum|dnf)\s+(-\S+\s+)*(update|upgrade)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UpdatePattern();

    [GeneratedRegex("""(?<=\s)(?<name>[\w.-]+)=(?<value>"[^"]*"|\S*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AssignmentPattern();

    /// <summary>A name with a value.</summary>
    [GeneratedRegex(@"(?<=\s)(?<name>\w+)=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VariablePattern();
}
