using System.Runtime.InteropServices;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// Ends a run on Ctrl-C or SIGTERM in an orderly way: the child processes are ended, the running target gets a moment to
/// unwind, then the assured targets run and the outcome is written. A second signal ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // Actions that do not react to the end of their child processes are left behind after this.
    private static readonly TimeSpan s_unwindLimit = TimeSpan.FromSeconds(5);

    private readonly List<PosixSignalRegistration> _registrations;
    private readonly Func<bool> _isTargetRunning;
    private readonly Func<int> _finish;
    private readonly ManualResetEventSlim _unwound = new();
    private int _isTurnTaken;
    private int _signals;

    /// <param name="isTargetRunning">Whether there is a target to wait for.</param>
    /// <param name="finish">Runs the assured targets and writes the outcome, when the running target does not come back; returns the exit code.</param>
    public Interruption(Func<bool> isTargetRunning, Func<int> finish)
    {
        _isTargetRunning = isTargetRunning;
        _finish = finish;
        _registrations = new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(x => PosixSignalRegistration.Create(x, Handle)).ToList();
    }

    /// <summary>128 and the number of the signal, once there was one.</summary>
    public int? ExitCode { get; private set; }

    public string SignalName { get; private set; }

    public void ThrowIfRequested()
    {
        if (ExitCode != null)
            throw new TargetExecutionException("(interrupted)", new OperationCanceledException(SignalName));
    }

    /// <summary>
    /// Called when the running target has come back. After a signal, only one thread may finish the run: if the target took
    /// too long to unwind, that is no longer this one, and it waits here for the end of the process.
    /// </summary>
    public void TakeTurn()
    {
        if (ExitCode != null)
            Complete();
    }

    /// <summary>From here on this thread finishes the run, and a signal changes nothing any more.</summary>
    public void Complete()
    {
        if (_unwound.IsSet)
            return;
        if (Interlocked.Exchange(ref _isTurnTaken, 1) == 0)
            _unwound.Set();
        else
            Thread.CurrentThread.Join();
    }

    // The event stays: the thread that waits for it may not have woken up yet.
    public void Dispose() => _registrations.ForEach(x => x.Dispose());

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
            Environment.Exit(ExitCode ?? BuildManager.ErrorExitCode);
        SignalName = context.Signal.ToString();
        ExitCode = context.Signal switch
        {
            PosixSignal.SIGINT => 130,
            PosixSignal.SIGHUP => 129,
            _ => 143,
        };
        new Thread(End) { IsBackground = true, Name = "Interruption" }.Start();
    }

    private void End()
    {
        Log.Warning("Interrupted by {Signal:l}: the running target is ended, targets that are assured still run", SignalName);
        ChildProcesses.EndAll(s_unwindLimit);
        if (_unwound.Wait(_isTargetRunning() ? s_unwindLimit : TimeSpan.FromMilliseconds(100)) || Interlocked.Exchange(ref _isTurnTaken, 1) != 0)
            return;
        var exitCode = _finish();
        Logging.Close();
        BuildConsole.Finish();
        Environment.Exit(exitCode);
    }
}
