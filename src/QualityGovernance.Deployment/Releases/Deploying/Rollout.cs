namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>How a rollout ended.</summary>
/// <param name="End">What is known of it.</param>
/// <param name="Reason">One sentence of the engine, where it did not complete.</param>
internal sealed record Rollout(RolloutEnd End, string Reason = "")
{
    /// <summary>What a replica that was rejected wrote last.</summary>
    public IReadOnlyList<string> Logs { get; init; } = [];
}
