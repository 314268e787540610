using System.Diagnostics;
using System.Text;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Embedded;

/// <summary>The service as a process of this machine. Asked to end by SIGTERM, as a container engine asks.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private const int KeptLines = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly Queue<string> lastLines = [];

    private ServiceProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (lastLines)
                return [.. lastLines];
        }
    }

    public static ServiceProcess Start(Command command, SecretMask mask, StepContext context)
    {
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
        context.Log($"$ {command} (in the background)");
        var service = new ServiceProcess(new Process { StartInfo = info });
        service.process.OutputDataReceived += Hear;
        service.process.ErrorDataReceived += Hear;
        service.process.Start();
        service.process.StandardInput.Close();
        service.process.BeginOutputReadLine();
        service.process.BeginErrorReadLine();
        return service;

        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
                return;
            context.Log("  " + line.Data);
            lock (service.lastLines)
            {
                service.lastLines.Enqueue(mask.Apply(line.Data));
                if (service.lastLines.Count > KeptLines)
                    service.lastLines.Dequeue();
            }
        }
    }

    /// <summary>Returns the exit code, or null where the process had to be killed.</summary>
    public async Task<int?> StopAsync(ICommandRunner runner, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                await runner.TryAsync(Command.Of("kill", "-TERM", $"{process.Id}"), either.Token);
                await process.WaitForExitAsync(either.Token);
                return process.ExitCode;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It does not listen; it is killed below, and the caller is told.
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        return null;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
