namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>What an operator asked for.</summary>
/// <param name="Procedure">The target.</param>
/// <param name="Tag">The release, where the target takes one.</param>
/// <param name="Reason">Why; written into the lease and the history.</param>
/// <param name="Wait">How long to wait for an environment that somebody has; null: not at all.</param>
/// <param name="DryRun">Shows and changes nothing.</param>
public sealed record DeploymentRequest(string Procedure, string? Tag, string? Reason, TimeSpan? Wait, bool DryRun)
{
    /// <summary>Tables and columns whose loss was named and accepted.</summary>
    public IReadOnlyList<string> AcceptedLosses { get; init; } = [];
}
