namespace QualityGovernance.Deployment.Workflows;

/// <summary>What GitHub runs, when, and in which order.</summary>
/// <param name="Name">Also the name of its file.</param>
/// <param name="Triggers">When it runs.</param>
/// <param name="Jobs">In the order in which they stand in the file.</param>
public sealed record Workflow(string Name, WorkflowTriggers Triggers, IReadOnlyList<WorkflowJob> Jobs)
{
    /// <summary>Only one run of a group goes on at a time.</summary>
    public required string ConcurrencyGroup { get; init; }

    /// <summary>Whether a newer run ends an older one. A deployment is never cut off: it waits.</summary>
    public bool CancelInProgress { get; init; }

    public string FileName => Name + ".yml";
}
