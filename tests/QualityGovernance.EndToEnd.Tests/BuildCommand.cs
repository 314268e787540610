using System.Diagnostics;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The build as its users start it.</summary>
internal sealed class BuildCommand : IDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];

    public BuildCommand(IReadOnlyDictionary<string, string>? environment = null, params string[] arguments)
        : this(Checkout.Root, environment, arguments)
    {
    }

    /// <param name="root">The checkout that it works on; the program is that of this one, so that no test compiles its own.</param>
    /// <param name="environment">Set on top of the inherited variables.</param>
    /// <param name="arguments">Behind the name of the program.</param>
    public BuildCommand(string root, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var info = new ProcessStartInfo(Path.Combine(Checkout.Root, "build.sh"), root == Checkout.Root ? arguments : [.. arguments, "--root", root])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            info.Environment[name] = value;
        process = Process.Start(info)!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    public string Text
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    /// <summary>Reads until a line contains this.</summary>
    public async Task UntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            Hear(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException($"The build ended without saying \"{text}\":\n{Text}");
    }

    /// <summary>To the build itself, as a service manager sends it.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            Hear(line);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (lines)
            lines.Add(line ?? "");
    }
}
