using System.Collections.Concurrent;
using System.Diagnostics;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>A child process whose output is collected and logged line by line.</summary>
internal sealed class ToolProcess : IProcess
{
    // A background process that a tool leaves behind may hold the pipes open: the lines already written arrive well within this.
    private static readonly TimeSpan s_drainLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly int? _timeout;
    private readonly Func<string, string> _filter;
    private readonly ConcurrentQueue<Output> _output = new();
    private readonly CountdownEvent _openStreams = new(2);

    public ToolProcess(ProcessStartInfo startInfo, int? timeout, Action<OutputType, string> logger, Func<string, string> filter)
    {
        _timeout = timeout;
        _filter = filter;
        _process = new Process { StartInfo = startInfo };
        _process.OutputDataReceived += (_, e) => Receive(OutputType.Std, e.Data, logger);
        _process.ErrorDataReceived += (_, e) => Receive(OutputType.Err, e.Data, logger);
        _process.Start();
        ChildProcesses.Add(this);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string FileName => _process.StartInfo.FileName;
    public string Arguments => _filter(_process.StartInfo.Arguments);
    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;
    public IReadOnlyCollection<Output> Output => _output;
    public int ExitCode => _process.ExitCode;
    public bool HasExited => _process.HasExited;
    public int Id => _process.Id;

    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    /// <summary>Asks the process to end; where that cannot be asked, it is killed.</summary>
    public void Terminate()
    {
        if (_process.HasExited)
            return;
        if (OperatingSystem.IsWindows() || NativeMethods.Kill(_process.Id, NativeMethods.SigTerm) != 0)
            Kill();
    }

    public bool WaitForEnd(TimeSpan limit) => _process.WaitForExit(limit);

    public bool WaitForExit()
    {
        var exited = _process.WaitForExit(_timeout ?? Timeout.Infinite);
        if (!exited)
        {
            Kill();
            _process.WaitForExit(s_drainLimit);
        }
        _openStreams.Wait(s_drainLimit);
        ChildProcesses.Remove(this);
        return exited;
    }

    public void Dispose()
    {
        ChildProcesses.Remove(this);
        _process.Dispose();
        _openStreams.Dispose();
    }

    private void Receive(OutputType type, string line, Action<OutputType, string> logger)
    {
        if (line == null)
        {
            _openStreams.Signal();
            return;
        }
        var filtered = _filter(line);
        _output.Enqueue(new Output { Type = type, Text = filtered });
        logger?.Invoke(type, filtered);
    }
}
