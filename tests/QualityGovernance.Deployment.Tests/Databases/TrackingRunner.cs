using System.Collections.Concurrent;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Databases;

/// <summary>Runs programs for real and remembers everything that others on the machine could see of it.</summary>
internal sealed class TrackingRunner(ICommandRunner runner) : ICommandRunner
{
    public ConcurrentQueue<string> Visible { get; } = [];

    public async Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        Visible.Enqueue(command.ToString());
        var result = await runner.RunAsync(command, onLine, cancellation);
        Visible.Enqueue(result.Output + result.Error);
        return result;
    }
}
