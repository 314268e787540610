using System.Text;
using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Workflows;

/// <summary>Writes YAML line by line, with line feeds on every system.</summary>
internal sealed partial class YamlText
{
    private readonly StringBuilder text = new();
    private int depth;

    public YamlText Line(string line = "")
    {
        if (line.Length > 0) text.Append(' ', depth * 2).Append(line);
        text.Append('\n');
        return this;
    }

    public YamlText Pair(string key, string value) => Line($"{key}: {Scalar(value)}");

    public YamlText Block(string head, Action body)
    {
        Line(head);
        depth++;
        body();
        depth--;
        return this;
    }

    public YamlText List(string key, IEnumerable<string> values) => Block(key + ":", () =>
    {
        foreach (var value in values) Line("- " + Scalar(value));
    });

    /// <summary>A text of several lines, each kept as it is.</summary>
    public YamlText Lines(string key, IEnumerable<string> values) => Block(key + ": |", () =>
    {
        foreach (var value in values) Line(value);
    });

    public override string ToString() => text.ToString();

    /// <summary>Plain where that can be read in one way only, else in single quotes.</summary>
    internal static string Scalar(string value) =>
        PlainPattern().IsMatch(value) && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal) && !WordPattern().IsMatch(value)
            ? value
            : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^([A-Za-z./~_-][^\n]*|\$\{\{[^\n]*)(?<!:)(?<! )$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainPattern();

    /// <summary>Words that are something else than text to one reader of YAML or another.</summary>
    [GeneratedRegex(@"^(true|false|yes|no|on|off|null|y|n|-.*|~|[\d.]+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WordPattern();
}
