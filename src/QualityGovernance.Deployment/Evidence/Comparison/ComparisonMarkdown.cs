using System.Text;

namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>A comparison as Markdown: what got worse first, then what is different, then everything side by side.</summary>
public static class ComparisonMarkdown
{
    public static string Render(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (a, b) = (comparison.A.Record.Run.Id, comparison.B.Record.Run.Id);
        var text = new StringBuilder();
        text.Append($"# {Text(Summary(comparison))}\n\nA is {comparison.A.Procedure} {a} ({comparison.A.RunVerdict}), B is {comparison.B.Procedure} {b} ({comparison.B.RunVerdict}).\n");
        List(text, "Worse in B", comparison.Worse);
        List(text, "Different", comparison.Other);
        foreach (var part in comparison.Parts)
            Part(text, part);
        return text.ToString();
    }

    internal static string Summary(RunComparison comparison) =>
        $"{comparison.B.Record.Run.Id} beside {comparison.A.Record.Run.Id}: {Count(comparison.Worse.Count)} worse, {Count(comparison.Other.Count)} only different";

    private static string Count(int number) => number switch
    {
        0 => "nothing",
        1 => "1 thing",
        _ => $"{number} things",
    };

    private static void List(StringBuilder text, string title, IReadOnlyList<Difference> differences)
    {
        text.Append($"\n## {title}\n\n");
        if (differences.Count == 0)
        {
            text.Append("Nothing.\n");
            return;
        }

        text.Append("| | A | B |\n|---|---|---|\n");
        foreach (var difference in differences)
            text.Append($"| {Text(difference.What)} | {Text(difference.A)} | {Text(difference.B)} |\n");
    }

    private static void Part(StringBuilder text, ComparedPart part)
    {
        text.Append($"\n## {Text(part.Title)} side by side\n\n");
        if (part.Note.Length > 0)
            text.Append($"{Text(part.Note)}\n\n");
        text.Append("| | A | B | |\n|---|---|---|---|\n");
        foreach (var row in part.Rows)
            text.Append($"| {Text(row.What)} | {Text(row.A)} | {Text(row.B)} | {(row.IsWorse ? "worse" : row.Differs ? "different" : "")} |\n");
    }

    private static string Text(string value) => MarkdownReport.Text(value);
}
