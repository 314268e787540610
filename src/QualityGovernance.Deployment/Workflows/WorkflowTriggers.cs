namespace QualityGovernance.Deployment.Workflows;

/// <summary>When a workflow runs.</summary>
public sealed record WorkflowTriggers
{
    public IReadOnlyList<string> PushBranches { get; init; } = [];

    public IReadOnlyList<string> PushTags { get; init; } = [];

    public IReadOnlyList<string> PullRequestBranches { get; init; } = [];

    /// <summary>In UTC, as cron writes it; null for no schedule.</summary>
    public string? Cron { get; init; }

    /// <summary>Whether somebody may start it by hand.</summary>
    public bool Manual { get; init; }

    /// <summary>What is asked for when it is started by hand.</summary>
    public IReadOnlyList<WorkflowInput> Inputs { get; init; } = [];
}
