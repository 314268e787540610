namespace QualityGovernance.Deployment.Engine;

/// <summary>There is no container engine that could be used, and why.</summary>
public sealed class EngineUnavailableException(string reason, Exception? inner = null)
    : DeploymentException($"No container engine can be used: {reason}", Remedy, inner)
{
    public const string Remedy = "./build.sh <target> --provision   (as root; installs what is missing from the operating system's packages and starts the engine)";
}
