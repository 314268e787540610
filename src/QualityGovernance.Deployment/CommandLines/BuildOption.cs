using System.Globalization;

namespace QualityGovernance.Deployment.CommandLines;

/// <summary>An option of the build, as its schema describes it.</summary>
/// <param name="Name">Of its parameter: <c>DryRun</c>.</param>
/// <param name="Description">What it says of itself; null where nobody wrote anything.</param>
/// <param name="Type">The schema's word for one value: boolean, integer, number or string.</param>
/// <param name="IsList">It takes several values.</param>
/// <param name="MayBeEmpty">It means something without a value, as <c>--skip</c> does.</param>
/// <param name="Values">The only ones that it takes, each once; empty where anything may stand.</param>
internal sealed record BuildOption(string Name, string? Description, string Type, bool IsList, bool MayBeEmpty, IReadOnlyList<string> Values)
{
    /// <param name="typed">As it was written, for the sentence.</param>
    /// <param name="values">The words up to the next option.</param>
    /// <returns>A sentence, or null where the option can be given so.</returns>
    public string? ProblemWith(string typed, IReadOnlyList<string> values)
    {
        if (values.Count == 0 && (Type == "boolean" || MayBeEmpty)) return null;
        if (values.Count == 0) return $"Option '{typed}' needs a value.";
        if (Type == "boolean")
            return values is [var only] && bool.TryParse(only, out _) ? null : $"Option '{typed}' is a switch, but '{string.Join(' ', values)}' follows it. Targets stand before the first option.";
        if (!IsList && values.Count > 1)
            return $"Option '{typed}' takes one value, but {values.Count} words follow it: '{string.Join(' ', values)}'. Targets stand before the first option.";
        return values.FirstOrDefault(value => !Takes(value)) is { } wrong ? $"Option '{typed}' must be {Expectation}, but '{wrong}' was given on the command line." : null;
    }

    /// <summary>Whether this and another mean the same to whoever types them.</summary>
    /// <remarks>One of the engines describes no parameter of its ready-made components: a description that is missing says nothing else.</remarks>
    public bool IsLike(BuildOption other) =>
        Name == other.Name && Type == other.Type && IsList == other.IsList && Values.SequenceEqual(other.Values)
        && (Description is null || other.Description is null || Description == other.Description);

    private string Expectation => Values.Count > 0 ? $"one of {string.Join(", ", Values)}" : Type == "integer" ? "a whole number" : "a number";

    private bool Takes(string value) =>
        Values.Count > 0 ? Values.Contains(value, StringComparer.OrdinalIgnoreCase)
        : Type switch
        {
            "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            _ => true,
        };
}
