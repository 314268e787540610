using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>The matrix as one reads it.</summary>
internal static class FaultTable
{
    /// <summary>A line for each step, a column for each fault.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<FaultCell> cells, IReadOnlyList<Receipt> receipts, SeenCells seen)
    {
        var kinds = Enum.GetValues<FaultKind>().Where(kind => cells.Any(cell => cell.Kind == kind)).ToList();
        var steps = cells.Select(cell => (cell.Procedure, cell.Step)).Distinct().ToList();
        var width = steps.Max(step => step.Procedure.Length + step.Step.Length) + 2;
        yield return new string(' ', width) + string.Concat(kinds.Select(kind => $"{kind,-16}"));
        foreach (var (procedure, step) in steps)
            yield return $"{procedure}.{step}".PadRight(width) + string.Concat(kinds.Select(kind => $"{Word(new FaultCell(procedure, step, kind), receipts, seen),-16}"));
    }

    private static string Word(FaultCell cell, IReadOnlyList<Receipt> receipts, SeenCells seen)
    {
        if (FaultExemptions.WhyNotApplicable(cell) is not null)
            return "does not apply";
        if (seen.Good.ContainsKey(cell.ToString()))
            return "seen before";
        var receipt = receipts.FirstOrDefault(one => one.Name == cell.ToString());
        return receipt?.Outcome is not { } outcome ? OutcomeWords.Word(Outcome.NotRun)
            : outcome == Outcome.Passed && receipt.Observations.GetValueOrDefault("ended", "").StartsWith("well", StringComparison.Ordinal) ? "tolerated"
            : outcome == Outcome.Passed ? "as demanded"
            : outcome.Word();
    }
}
