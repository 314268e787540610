namespace QualityGovernance.Deployment.Drills;

/// <summary>Nobody said yes, and nothing was touched.</summary>
public sealed class DrillNotConfirmedException(string reason) : DeploymentException($"{reason} Nothing was touched.", "./build.sh ResetDrill --confirm")
{
    /// <summary>The exit code that says so, and nothing else does.</summary>
    public const int ExitCode = 4;
}
