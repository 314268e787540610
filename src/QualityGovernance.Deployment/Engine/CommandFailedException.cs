namespace QualityGovernance.Deployment.Engine;

/// <summary>A program that had to succeed ended with another exit code.</summary>
public sealed class CommandFailedException(string command, CommandResult result, string? nextCommand = null)
    : DeploymentException($"\"{command}\" ended with exit code {result.ExitCode}: {result.LastWords()}", nextCommand)
{
    public CommandResult Result { get; } = result;
}
