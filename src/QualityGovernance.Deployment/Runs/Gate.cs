namespace QualityGovernance.Deployment.Runs;

/// <summary>Knows which steps a run has to show, and judges a record by its receipts alone.</summary>
/// <param name="expected">The names of the steps, in order.</param>
/// <param name="facts">What their receipts have to tell beside their outcome.</param>
/// <param name="parts">What has to be told beside the steps, by the run itself or by another that speaks of the same.</param>
public sealed class Gate(IReadOnlyList<string> expected, IReadOnlyList<RequiredFact>? facts = null, IReadOnlyList<RequiredReceipt>? parts = null)
{
    internal const string ExpectedSteps = "steps";

    /// <summary>The gate that the run itself announced when it started.</summary>
    public static Gate Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Gate(record.Start?.Observations.GetValueOrDefault(ExpectedSteps)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }

    /// <summary>The same gate, which also asks for these facts.</summary>
    public Gate Requiring(IReadOnlyList<RequiredFact> more) => new(expected, [.. facts ?? [], .. more], parts);

    /// <summary>The same gate, which also asks for these receipts.</summary>
    public Gate Requiring(IReadOnlyList<RequiredReceipt> more) => new(expected, facts, [.. parts ?? [], .. more]);

    /// <param name="record">The run.</param>
    /// <param name="beside">Receipts of other runs that speak of the same: they can make a judgement worse, and better only where it asks for them.</param>
    public Verdict Judge(RunRecord record, IReadOnlyList<Receipt>? beside = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Verdict(this, record, beside ?? []);
    }

    /// <summary>What speaks against the record, and what it leaves open.</summary>
    internal (IReadOnlyList<string> Failures, IReadOnlyList<string> Gaps) Weigh(RunRecord record, IReadOnlyList<Receipt> beside)
    {
        var failures = new List<string>(record.Problems);
        var gaps = new List<string>();

        if (record.Start is null)
            failures.Add("The record has no receipt of the start of the run.");
        if (!record.IsFinished)
            gaps.Add("The run is unfinished: it has no seal.");
        if (expected.Count == 0)
            gaps.Add("The run announced no steps.");

        foreach (var receipt in record.Receipts.Concat(beside))
        {
            if (receipt.Outcome == Outcome.Failed)
                failures.Add($"{receipt.Name} {receipt.Outcome.Value.Word()}: {receipt.Reason}");
            else if (receipt.Outcome is Outcome.Unknown or Outcome.NotRun)
                gaps.Add($"{receipt.Name} {receipt.Outcome.Value.Word()}: {receipt.Reason}");
        }

        gaps.AddRange(expected.Where(name => record.Step(name) is null).Select(name => $"{name} left no receipt."));
        gaps.AddRange((facts ?? []).Where(fact => record.Step(fact.Step)?.Outcome == Outcome.Passed && !fact.IsIn(record)).Select(fact => $"{fact.Title} {Outcome.Unknown.Word()}: {fact.Step} left no receipt that tells it."));
        gaps.AddRange(expected
            .Where(name => record.Step(name) is not null && record.Steps.Where(step => step.Name == name).All(step => step.Outcome is null))
            .Select(name => $"{name} left a receipt without an outcome."));
        gaps.AddRange((parts ?? []).Where(part => !part.IsAmong(record.Receipts.Concat(beside))).Select(part => part.Missing));
        return (failures, gaps);
    }
}
