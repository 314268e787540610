using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>One cell of a table, whatever it is written in.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Kind">How it is meant.</param>
/// <param name="Outcome">Whose word the text is; null where it is none.</param>
/// <param name="Link">A file of the pack, relative to its folder.</param>
internal sealed record PackCell(string Text, CellKind Kind = CellKind.Words, Outcome? Outcome = null, string? Link = null)
{
    /// <summary>Draws durations: those of earlier runs and, last, of this one.</summary>
    public IReadOnlyList<TimeSpan> Trend { get; init; } = [];

    public static implicit operator PackCell(string text) => new(text);

    public static PackCell Code(string text) => new(text, CellKind.Code);

    public static PackCell Number(string text) => new(text, CellKind.Number);

    public static PackCell Of(Outcome? outcome) => new(outcome?.Word() ?? "", Outcome: outcome);

    /// <summary>What a receipt tells, or the word of why it is missing, with the reason.</summary>
    public static PackCell Of(Fact<string> fact) => fact.Match(
        text => new PackCell(text, LooksLikeCode(text) ? CellKind.Code : CellKind.Words),
        (outcome, reason) => new PackCell($"{outcome.Word()}: {reason}", Outcome: outcome));

    private static bool LooksLikeCode(string text) =>
        text.StartsWith("sha256:", StringComparison.Ordinal) || text.StartsWith("GET ", StringComparison.Ordinal) || (text.Length == 40 && text.All(char.IsAsciiHexDigit));
}
