using System.Diagnostics;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A rehearsal in a process of its own, to be killed.</summary>
internal sealed class RehearsalProcess : IDisposable
{
    private readonly DirectoryInfo runs = Directory.CreateTempSubdirectory("qgp-end-to-end-");
    private readonly Process process;

    public RehearsalProcess(params string[] options)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [typeof(RehearsalProcess).Assembly.Location, Checkout.Root, runs.FullName, .. options])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
    }

    public string RunId => Path.GetFileName(Directory.GetDirectories(runs.FullName).Single());

    /// <summary>Reads what it prints until a line begins like this.</summary>
    public async Task UntilAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var seen = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            seen.Add(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException($"The rehearsal ended without a line that begins with {beginning}:\n{string.Join('\n', seen)}");
    }

    /// <summary>As kill -9 does: no handler runs. What it started lives on.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: false);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
        runs.Delete(recursive: true);
    }
}
