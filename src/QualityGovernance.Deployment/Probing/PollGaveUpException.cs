namespace QualityGovernance.Deployment.Probing;

/// <summary>What was waited for did not come about. Says what was seen last.</summary>
public sealed class PollGaveUpException(string message, string lastObservation) : DeploymentException(message)
{
    public string LastObservation { get; } = lastObservation;
}
