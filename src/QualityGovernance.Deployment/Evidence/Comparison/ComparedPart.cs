namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>One part of two runs, side by side.</summary>
/// <param name="Title">Of the part.</param>
/// <param name="Rows">All of it, also what is the same.</param>
/// <param name="Note">Why there is nothing to show; empty where there is.</param>
public sealed record ComparedPart(string Title, IReadOnlyList<ComparedRow> Rows, string Note = "")
{
    public IEnumerable<Difference> Differences => Rows.Where(row => row.Differs).Select(row => new Difference($"{Title}: {row.What}", row.A, row.B, row.IsWorse));
}
