using System.Text;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence;

/// <summary>The report of a run as Markdown; its first line is the verdict.</summary>
public static class MarkdownReport
{
    private const string Special = "\\`*_{}[]<>#|&!~";

    public static string Render(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.Append($"# {Text(report.Title)}: {report.Verdict.Word}\n\n");
        text.Append($"{report.Started:yyyy-MM-dd HH:mm:ss} to {report.Ended:HH:mm:ss} UTC, {RunReport.Seconds(report.Ended - report.Started)}.\n\n");
        foreach (var reason in report.Verdict.Reasons)
            text.Append($"- {Text(reason)}\n");
        if (report.Verdict.Reasons.Count > 0)
            text.Append('\n');

        text.Append("| | Step | Outcome | Time |\n|---|---|---|---:|\n");
        foreach (var line in report.Lines)
            text.Append($"| {line.Index} | {Text(line.Name)} | {line.Outcome?.Word()} | {RunReport.Seconds(line.Duration)} |\n");

        Table(text, "Inputs", report.Inputs.Select(pair => (pair.Key, pair.Value)));
        foreach (var line in report.Lines.Where(line => RunReport.Plain(line).Count > 0))
            Table(text, $"Observed by {Text(line.Name)}", RunReport.Plain(line).Select(pair => (pair.Key, pair.Value)));

        Difference(text, report);
        text.Append($"\nThe receipts are in `{Run.LedgerName}`; `{report.VerifyCommand}` verifies them.\n");
        return text.ToString();
    }

    private static void Difference(StringBuilder text, RunReport report)
    {
        text.Append("\n## Difference to the previous run\n\n");
        if (report.Previous is null)
        {
            text.Append("There is no finished run of this kind before it.\n");
            return;
        }

        text.Append($"Compared with {report.Previous.Run.Id}.\n");
        if (report.Changes.Count == 0)
        {
            text.Append("Nothing differs.\n");
            return;
        }

        text.Append("\n| | Before | Now |\n|---|---|---|\n");
        foreach (var change in report.Changes)
            text.Append($"| {Text(change.What)} | {Text(change.Before)} | {Text(change.Now)} |\n");
    }

    private static void Table(StringBuilder text, string title, IEnumerable<(string Key, string Value)> rows)
    {
        text.Append($"\n## {title}\n\n| | |\n|---|---|\n");
        foreach (var (key, value) in rows)
            text.Append($"| {Text(key)} | {Text(value)} |\n");
    }

    /// <summary>As text and nothing else: no markup, no second line.</summary>
    internal static string Text(string value)
    {
        var text = new StringBuilder();
        foreach (var c in value.ReplaceLineEndings(" "))
        {
            if (Special.Contains(c, StringComparison.Ordinal))
                text.Append('\\');
            text.Append(char.IsControl(c) ? ' ' : c);
        }

        return text.ToString();
    }
}
