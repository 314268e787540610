using System.Diagnostics;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The program of these tests in a process of its own, to be killed.</summary>
internal sealed class OwnProcess : IDisposable
{
    private readonly Process process;

    public OwnProcess(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OwnProcess).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        process = Process.Start(start)!;
    }

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

        throw new InvalidOperationException($"The process ended without a line that begins with {beginning}:\n{string.Join('\n', seen)}");
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
    }
}
