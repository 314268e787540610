namespace QualityGovernance.Deployment.Engine;

/// <summary>The program to run is not on this machine.</summary>
public sealed class CommandNotFoundException(string program, string reason, Exception? inner = null)
    : DeploymentException($"The program \"{program}\" could not be started: {reason}", inner: inner)
{
    public string Program { get; } = program;
}
