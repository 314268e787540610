namespace QualityGovernance.Deployment.Runs;

/// <summary>A fact without which a record does not show what it is asked to show.</summary>
/// <param name="Title">In words.</param>
/// <param name="Name">As receipts call it, or the first letters of it.</param>
/// <param name="Step">The step that has to tell it.</param>
public sealed record RequiredFact(string Title, string Name, string Step)
{
    /// <summary>Whether the step told it.</summary>
    public bool IsIn(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Step(Step) is { } step && step.Observations.Concat(step.Inputs).Any(fact => fact.Key.StartsWith(Name, StringComparison.Ordinal) && fact.Value.Length > 0);
    }
}
