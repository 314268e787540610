using System.Diagnostics;

namespace QualityGovernance.Platform.Tests.Support;

/// <summary>Starts the real program as operators do: a process with an environment of its own.</summary>
internal static class ServiceProgram
{
    /// <summary>Of the whole start and end; far above what a loaded machine needs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "QualityGovernance.Web.dll");

    public static async Task<Finished> RunAsync(string[] arguments, IReadOnlyDictionary<string, string> environment, string? folder = null)
    {
        using var scratch = new Scratch();
        using var process = Start(arguments, environment, folder ?? scratch.Path);
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return new Finished(process.ExitCode, await output, await error);
    }

    /// <param name="arguments">Of the program.</param>
    /// <param name="environment">The whole environment but for what the runtime itself needs.</param>
    /// <param name="folder">The working directory.</param>
    public static Process Start(string[] arguments, IReadOnlyDictionary<string, string> environment, string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => !IsForTheRuntime(name)).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        start.ArgumentList.Add(Path);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static bool IsForTheRuntime(string name) =>
        name is "PATH" or "HOME" or "TMPDIR" or "DOTNET_ROOT" or "LD_LIBRARY_PATH" or "SSL_CERT_FILE";
}
