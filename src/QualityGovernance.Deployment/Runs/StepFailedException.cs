namespace QualityGovernance.Deployment.Runs;

/// <summary>What a step asks for is not so.</summary>
public sealed class StepFailedException(string message, IReadOnlyList<string>? details = null, string? nextCommand = null, Exception? inner = null)
    : DeploymentException(message, nextCommand, inner)
{
    /// <summary>Lines that show it: the output of a program, the last lines of a log, the answer of a server.</summary>
    public IReadOnlyList<string> Details { get; } = details ?? [];
}
