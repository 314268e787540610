namespace QualityGovernance.Deployment;

/// <summary>An error that its reader can act on: a sentence that names the thing and its value, and where there is one the next command.</summary>
public class DeploymentException(string message, string? nextCommand = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to type next, or null where no command helps.</summary>
    public string? NextCommand { get; } = nextCommand;

    /// <summary>What a build prints when a target ends with this error: the sentence and the way on, not where it was thrown.</summary>
    public override string ToString() => NextCommand is null ? Message : $"{Message}\nNext: {NextCommand}";
}
