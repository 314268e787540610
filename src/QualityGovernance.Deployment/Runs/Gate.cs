namespace QualityGovernance.Deployment.Runs;

/// <summary>Knows which steps a run has to show, and judges a record by its receipts alone.</summary>
/// <param name="expected">The names of the steps, in order.</param>
public sealed class Gate(IReadOnlyList<string> expected)
{
    internal const string ExpectedSteps = "steps";

    /// <summary>The gate that the run itself announced when it started.</summary>
    public static Gate Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Gate(record.Start?.Observations.GetValueOrDefault(ExpectedSteps)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }

    public Verdict Judge(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var failures = new List<string>(record.Problems);
        var gaps = new List<string>();

        if (record.Start is null)
            failures.Add("The record has no receipt of the start of the run.");
        if (!record.IsFinished)
            gaps.Add("The run is unfinished: it has no seal.");
        if (expected.Count == 0)
            gaps.Add("The run announced no steps.");

        foreach (var receipt in record.Receipts)
        {
            if (receipt.Outcome == Outcome.Failed)
                failures.Add($"{receipt.Name} {receipt.Outcome.Value.Word()}: {receipt.Reason}");
            else if (receipt.Outcome is Outcome.Unknown or Outcome.NotRun)
                gaps.Add($"{receipt.Name} {receipt.Outcome.Value.Word()}: {receipt.Reason}");
        }

        gaps.AddRange(expected.Where(name => record.Step(name) is null).Select(name => $"{name} left no receipt."));
        var unshown = expected.Any(name => record.Steps.Where(step => step.Name == name).All(step => step.Outcome != Outcome.Passed));

        var judgement = failures.Count > 0 ? Judgement.Failed
            : gaps.Count > 0 || unshown ? Judgement.Incomplete
            : Judgement.Passed;
        return new Verdict(judgement, [.. failures, .. gaps]);
    }
}
