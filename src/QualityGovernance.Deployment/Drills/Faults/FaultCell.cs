namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>One fault in one step of one procedure.</summary>
/// <param name="Procedure">As its target is called.</param>
/// <param name="Step">As its receipt is called.</param>
/// <param name="Kind">What goes wrong.</param>
public sealed record FaultCell(string Procedure, string Step, FaultKind Kind)
{
    /// <summary>Also the name of its receipt.</summary>
    public override string ToString() => $"{Procedure}.{Step}.{Kind}";
}
