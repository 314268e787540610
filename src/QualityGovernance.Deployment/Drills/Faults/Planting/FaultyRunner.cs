using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>Runs programs, and lets those go wrong that a fault meets.</summary>
internal sealed class FaultyRunner(ICommandRunner runner, PlantedFault fault) : ICommandRunner
{
    public const string ErrorText = "error during connect: the tool fails, as it was planted";
    public const string NoSpaceText = "write /var/lib/tool/data: no space left on device";

    /// <summary>A call that goes on for longer is met in its middle.</summary>
    private static readonly TimeSpan Middle = TimeSpan.FromSeconds(1);

    public Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!fault.Meets(command))
            return runner.RunAsync(command, onLine, cancellation);
        return fault.Kind switch
        {
            FaultKind.ToolError => Task.FromResult(Failing(ErrorText, onLine)),
            FaultKind.FullDisk => Task.FromResult(Failing(NoSpaceText, onLine)),
            FaultKind.Hang => HangAsync(command, cancellation),
            FaultKind.BadOutput => GarbledAsync(command, onLine, cancellation),
            FaultKind.KilledBuild => KilledAsync(command, onLine, cancellation),
            _ => runner.RunAsync(command, onLine, cancellation),
        };
    }

    /// <summary>The first half, and a character that nobody sent.</summary>
    public static string Garbled(string text) => text[..(text.Length / 2)] + "\uFFFD";

    private CommandResult Failing(string error, Action<string>? onLine)
    {
        fault.Strike();
        onLine?.Invoke(error);
        return new CommandResult(1, "", error, TimeSpan.Zero);
    }

    private async Task<CommandResult> HangAsync(Command command, CancellationToken cancellation)
    {
        fault.Strike();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(command.Timeout ?? Timeout.InfiniteTimeSpan);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CommandTimedOutException(command.ToString(), command.Timeout!.Value, "");
        }

        throw new InvalidOperationException("An endless wait has ended.");
    }

    private async Task<CommandResult> GarbledAsync(Command command, Action<string>? onLine, CancellationToken cancellation)
    {
        fault.Strike();
        var result = await runner.RunAsync(command, line => onLine?.Invoke(Garbled(line)), cancellation);
        return result with { ExitCode = 0, Output = Garbled(result.Output), Error = "" };
    }

    private async Task<CommandResult> KilledAsync(Command command, Action<string>? onLine, CancellationToken cancellation)
    {
        var running = runner.RunAsync(command, onLine, cancellation);
        await Task.WhenAny(running, Task.Delay(Middle, cancellation));
        fault.KillThisProcess();
        return await running;
    }
}
