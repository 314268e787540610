namespace QualityGovernance.Deployment;

/// <summary>An error that its reader can act on: a sentence that names the thing and its value, and where there is one the next command.</summary>
public class DeploymentException(string message, string? nextCommand = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to type next, or null where no command helps.</summary>
    public string? NextCommand { get; } = nextCommand;
}
