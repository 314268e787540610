using System.Runtime.InteropServices;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Backup;

/// <summary>The scheduled backup service: lives in a container of the database's image and needs no container engine.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            // What is under way is ended in order, and leaves nothing that looks like a backup.
            signal.Cancel = true;
            stop.Cancel();
        }

        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        return await new BackupProgram(new Machine(), TimeProvider.System, Console.Out, Console.Error).RunAsync(args, stop.Token);
    }
}
