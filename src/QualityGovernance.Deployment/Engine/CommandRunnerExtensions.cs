namespace QualityGovernance.Deployment.Engine;

public static class CommandRunnerExtensions
{
    /// <summary>Runs a program that has to end with exit code 0.</summary>
    /// <exception cref="CommandFailedException">It ended with another one.</exception>
    public static async Task<CommandResult> CheckedAsync(
        this ICommandRunner runner, Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var result = await runner.RunAsync(command, onLine, cancellation);
        return result.Succeeded ? result : throw new CommandFailedException(command.ToString(), result);
    }

    /// <summary>Whether the program exists and ends with exit code 0. For questions, where "no" is an answer.</summary>
    public static async Task<CommandResult?> TryAsync(this ICommandRunner runner, Command command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        try
        {
            var result = await runner.RunAsync(command, cancellation: cancellation);
            return result.Succeeded ? result : null;
        }
        catch (CommandNotFoundException)
        {
            return null;
        }
        catch (CommandTimedOutException)
        {
            return null;
        }
    }
}
