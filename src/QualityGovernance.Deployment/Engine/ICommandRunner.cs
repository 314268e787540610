namespace QualityGovernance.Deployment.Engine;

/// <summary>Runs programs. The one seam between this library and the machine's other programs.</summary>
public interface ICommandRunner
{
    /// <param name="command">What to run.</param>
    /// <param name="onLine">Hears every line of both streams as it comes, masked, one at a time.</param>
    /// <param name="cancellation">Kills the program and everything it started.</param>
    /// <returns>Whatever the exit code is: judging it is the caller's.</returns>
    /// <exception cref="CommandNotFoundException">There is no such program.</exception>
    /// <exception cref="CommandTimedOutException">It was killed after <see cref="Command.Timeout"/>.</exception>
    /// <exception cref="OperationCanceledException">It was killed because the caller asked for it.</exception>
    Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default);
}
