using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace QualityGovernance.Deployment.Engine;

/// <summary>Runs programs as child processes, reads both of their streams at once, and leaves none of them behind.</summary>
public sealed class ProcessRunner(SecretMask mask, TimeProvider? time = null) : ICommandRunner
{
    /// <summary>A program that ended may have left a child that holds its streams open; longer than this nobody listens to it.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    private readonly TimeProvider clock = time ?? TimeProvider.System;

    public async Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellation.ThrowIfCancellationRequested();
        var started = clock.GetTimestamp();
        using var process = Start(command);
        using var timer = new CancellationTokenSource(command.Timeout ?? Timeout.InfiniteTimeSpan, clock);
        using var broken = new CancellationTokenSource();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, broken.Token, cancellation);
        using var drained = new CancellationTokenSource();
        var turn = new Lock();
        var output = new StreamPump(mask, onLine, turn);
        var error = new StreamPump(mask, onLine, turn);
        var pumps = Task.WhenAll(
            output.RunAsync(process.StandardOutput, broken, drained.Token),
            error.RunAsync(process.StandardError, broken, drained.Token),
            FeedAsync(process, command, broken, ended.Token));
        try
        {
            await process.WaitForExitAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync(process);
        }

        drained.CancelAfter(Drain);
        await pumps;
        cancellation.ThrowIfCancellationRequested();
        var result = new CommandResult(process.ExitCode, output.Text, error.Text, clock.GetElapsedTime(started));
        if (timer.IsCancellationRequested)
            throw new CommandTimedOutException(mask.Apply(command.ToString()), command.Timeout!.Value, result.LastWords());
        return result;
    }

    private static Process Start(Command command)
    {
        if (command.WorkingDirectory is { } directory && !Directory.Exists(directory))
            throw new CommandNotFoundException(command.Program, $"its working directory {directory} does not exist.");
        var info = new ProcessStartInfo(command.Program, command.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = command.WorkingDirectory ?? "",
        };
        foreach (var (name, value) in command.Environment)
            info.Environment[name] = value;
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception e)
        {
            throw new CommandNotFoundException(command.Program, "it is neither on PATH nor a file that may be executed.", e);
        }
    }

    private static async Task FeedAsync(Process process, Command command, CancellationTokenSource broken, CancellationToken ended)
    {
        try
        {
            if (command.WriteInput is { } write)
                await write(process.StandardInput.BaseStream, ended);
            else if (command.StandardInput is { } text)
                await process.StandardInput.WriteAsync(text.AsMemory(), ended);
            await process.StandardInput.FlushAsync(ended);
            await process.StandardInput.BaseStream.DisposeAsync();
        }
        catch (Exception) when (ended.IsCancellationRequested)
        {
            // It is being killed; why, its caller is told.
        }
        catch (IOException) when (EndsWithin(process, Drain))
        {
            // The program ended without reading all of its input; its exit code says whether that was right.
        }
        catch
        {
            // Half an input must never look like the whole of it.
            await broken.CancelAsync();
            throw;
        }
    }

    private static bool EndsWithin(Process process, TimeSpan patience) => process.WaitForExit(patience);

    private static async Task KillAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }
}
