using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence;

/// <summary>What a report of one run says, whatever it is written in. Everything in it comes out of receipts.</summary>
public sealed class RunReport
{
    private RunReport(RunRecord record, Verdict verdict, RunRecord? previous)
    {
        Record = record;
        Verdict = verdict;
        Previous = previous;
        Changes = previous is null ? [] : RunDifference.Between(previous, record);
        Lines = [.. record.Receipts.Where(receipt => receipt.Outcome is not null)];
        Inputs = [.. record.Receipts.SelectMany(receipt => receipt.Inputs).DistinctBy(pair => pair.Key).Where(pair => !FactNames.IsStructured(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    public RunRecord Record { get; }

    public Verdict Verdict { get; }

    public RunRecord? Previous { get; }

    public IReadOnlyList<Change> Changes { get; }

    /// <summary>Everything that has an outcome, in order: steps, items, teardown.</summary>
    public IReadOnlyList<Receipt> Lines { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Inputs { get; }

    public string Title => $"{Record.Start?.Name ?? "Run"} {Record.Run.Id}";

    public DateTimeOffset Started => Record.Receipts.Count > 0 ? Record.Receipts[0].Started : default;

    public DateTimeOffset Ended => Record.Receipts.Count > 0 ? Record.Receipts[^1].Ended : default;

    public string VerifyCommand => $"./build.sh VerifyRun --run {Record.Run.Id}";

    public static RunReport Of(RunRecord record, Gate gate, RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(history);
        return new RunReport(record, gate.Judge(record), history.Before(record));
    }

    /// <summary>Writes <c>report.md</c> and <c>report.html</c> into the folder of the run.</summary>
    public IReadOnlyList<string> WriteInto(string folder)
    {
        var markdown = Path.Combine(folder, "report.md");
        var html = Path.Combine(folder, "report.html");
        File.WriteAllText(markdown, MarkdownReport.Render(this));
        File.WriteAllText(html, HtmlReport.Render(this));
        return [markdown, html];
    }

    /// <summary>What fits into a table; lists stand in the receipts and in the acceptance pack.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Plain(Receipt line) => [.. line.Observations.Where(fact => !FactNames.IsStructured(fact.Key))];

    internal static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.0") + " s";
}
