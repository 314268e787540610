using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Deployment.Runs;

/// <summary>What became of one step. There is no value for "skipped": what was not run was not shown.</summary>
[JsonConverter(typeof(OutcomeConverter))]
public enum Outcome
{
    /// <summary>The step was never executed.</summary>
    NotRun,

    /// <summary>The step was executed, and what it asks could not be found out.</summary>
    Unknown,

    /// <summary>The step was executed, and what it asks for is not so.</summary>
    Failed,

    /// <summary>The step was executed, and what it asks for was observed.</summary>
    Passed,
}

/// <summary>The words of the outcomes, derived from the enumeration, so that no source file holds one as a constant.</summary>
public static class OutcomeWords
{
    private static readonly Dictionary<Outcome, string> Words =
        Enum.GetValues<Outcome>().ToDictionary(outcome => outcome, outcome => Spaced(outcome.ToString()));

    private static readonly Dictionary<string, Outcome> Outcomes =
        Words.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Word(this Outcome outcome) => Words[outcome];

    public static bool TryParse(string? word, out Outcome outcome)
    {
        outcome = default;
        return word is not null && Outcomes.TryGetValue(word, out outcome);
    }

    /// <summary>"NotRun" becomes "not run".</summary>
    internal static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}

internal sealed class OutcomeConverter : JsonConverter<Outcome>
{
    public override Outcome Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OutcomeWords.TryParse(reader.GetString(), out var outcome)
            ? outcome
            : throw new JsonException("This is not an outcome.");

    public override void Write(Utf8JsonWriter writer, Outcome value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Word());
}
