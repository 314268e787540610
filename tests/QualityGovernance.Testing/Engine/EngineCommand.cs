using System.ComponentModel;
using System.Diagnostics;

namespace QualityGovernance.Testing.Engine;

/// <summary>Asks the container engine's own client.</summary>
internal static class EngineCommand
{
    // A pull of an image over a slow line; anything else takes well under a second.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The output, trimmed, and whether the command succeeded.</summary>
    public static async Task<(bool Succeeded, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("docker") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return (false, "there is no docker client on this machine");
        }

        using (process)
        {
            using var limit = new CancellationTokenSource(Limit);
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            try
            {
                await process.WaitForExitAsync(limit.Token);
                return (process.ExitCode == 0, (await output).Trim() is { Length: > 0 } text ? text : (await error).Trim());
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return (false, $"docker {string.Join(' ', arguments)} did not end within {Limit.TotalMinutes:0} minutes");
            }
        }
    }
}
