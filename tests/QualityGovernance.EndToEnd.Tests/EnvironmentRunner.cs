using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>Runs every program as on a machine whose environment differs.</summary>
internal sealed class EnvironmentRunner(ICommandRunner runner, IReadOnlyDictionary<string, string?> environment) : ICommandRunner
{
    public Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var all = new Dictionary<string, string?>(command.Environment);
        foreach (var (name, value) in environment)
            all[name] = value;
        return runner.RunAsync(command with { Environment = all }, onLine, cancellation);
    }
}
