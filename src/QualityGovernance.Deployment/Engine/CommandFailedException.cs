namespace QualityGovernance.Deployment.Engine;

/// <summary>A program that had to succeed ended with another exit code.</summary>
public sealed class CommandFailedException(string command, CommandResult result, string? nextCommand = null)
    : DeploymentException($"\"{command}\" ended with exit code {result.ExitCode}: {Said(result)}", nextCommand)
{
    public CommandResult Result { get; } = result;

    private static string Said(CommandResult result) => result.LastWords() is { Length: > 0 } words ? words : "it said nothing.";
}
