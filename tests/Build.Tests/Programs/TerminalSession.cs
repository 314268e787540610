using System.Diagnostics;
using System.Text;

namespace Build.Tests.Programs;

/// <summary>Runs a build program on a pseudo terminal, so that it believes somebody sits there.</summary>
public sealed class TerminalSession : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Task _reading;

    public TerminalSession(BuildRoot root, Dictionary<string, string> environment, params string[] arguments)
    {
        // script(1) makes the terminal; -e passes the exit code on. Ctrl+C reaches its shell as well, which must outlive
        // the program, whichever shell it is: a trap, unlike an ignored signal, is not inherited. Who runs the tests in the
        // background may have ignored the signal already; at a terminal nobody has.
        var command = string.Join(' ', ["trap : INT;", "env", "--default-signal=INT", "dotnet", $"'{root.Program}'", .. arguments]);
        var startInfo = new ProcessStartInfo("script", ["-qefc", command, "/dev/null"])
        {
            WorkingDirectory = root.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        startInfo.Environment["TERM"] = "xterm";
        startInfo.Environment.Remove("NO_COLOR");
        foreach (var (key, value) in environment)
            startInfo.Environment[key] = value;
        _process = Process.Start(startInfo)!;
        _reading = Task.Run(ReadAsync);
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public async Task WaitForAsync(string text)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (true)
        {
            // Asked first: what is written between the two questions is the last word of a program that has ended.
            var hasEnded = _reading.IsCompleted;
            if (Output.Contains(text))
                return;
            hasEnded.ShouldBeFalse($"The program ended without '{text}'. It wrote:\n{Output}");
            await Task.WhenAny(_arrived.WaitAsync(limit.Token), _reading);
            limit.IsCancellationRequested.ShouldBeFalse($"The program did not write '{text}' within {s_limit.TotalSeconds} s. It wrote:\n{Output}");
        }
    }

    public void Type(string text)
    {
        _process.StandardInput.Write(text);
        _process.StandardInput.Flush();
    }

    public async Task<int> FinishAsync()
    {
        using var limit = new CancellationTokenSource(s_limit);
        await _process.WaitForExitAsync(limit.Token);
        await _reading;
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _arrived.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new char[1024];
        for (var count = await _process.StandardOutput.ReadAsync(buffer); count > 0; count = await _process.StandardOutput.ReadAsync(buffer))
        {
            lock (_output)
                _output.Append(buffer, 0, count);
            _arrived.Release();
        }
    }
}
