namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>A step failed and the rehearsal goes no further. The console has been told everything; this only stops the caller.</summary>
public sealed class RehearsalStoppedException(RehearsalStep step, string reason)
    : DeploymentException($"{step}: {reason}")
{
    public RehearsalStep Step { get; } = step;
}
