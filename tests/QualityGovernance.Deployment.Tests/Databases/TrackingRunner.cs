using System.Collections.Concurrent;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Databases;

/// <summary>Runs programs for real and remembers everything that others on the machine could see of it.</summary>
internal sealed class TrackingRunner(ICommandRunner runner) : ICommandRunner
{
    public ConcurrentQueue<string> Visible { get; } = [];

    /// <summary>What happens to a call, for a test in which one goes wrong; the call itself is to be made or not.</summary>
    public Func<Command, Func<Task<CommandResult>>, Task<CommandResult>> Around { get; set; } = (_, call) => call();

    public async Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        Visible.Enqueue(command.ToString());
        var result = await Around(command, () => runner.RunAsync(command, onLine, cancellation));
        Visible.Enqueue(result.Output + result.Error);
        return result;
    }
}
