using System.Globalization;
using QualityGovernance.Deployment;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Databases.Local;
using QualityGovernance.Deployment.Databases.Scheduling;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Backup;

/// <summary>The commands of the service, on a machine that has PostgreSQL's programs.</summary>
/// <param name="machine">Has the variables.</param>
/// <param name="time">The clock.</param>
/// <param name="output">Hears what happens.</param>
/// <param name="error">Hears why nothing happens.</param>
public sealed class BackupProgram(IMachine machine, TimeProvider time, TextWriter output, TextWriter error)
{
    private const string FolderVariable = "QGP_BACKUP_FOLDER";
    private const string ScratchVariable = "QGP_BACKUP_SCRATCH";
    private const string ClusterVariable = "QGP_BACKUP_CLUSTER";

    /// <summary>A file system in memory, in every container.</summary>
    private const string Memory = "/dev/shm";

    private const int Failed = 1;
    private const int WrongUsage = 64;

    private const string Usage =
        """
        run           takes a backup whenever one is due, restores and compares it; ends on SIGTERM
        once          takes one now, restores and compares it
        healthcheck   whether the newest good backup is young enough
        """;

    private readonly SecretMask mask = new();

    /// <returns>0 done, 1 failed, 64 wrong usage, 78 wrong configuration.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        if (arguments is not ["run" or "once" or "healthcheck"])
        {
            await error.WriteLineAsync(Usage);
            return WrongUsage;
        }

        BackupServiceSettings settings;
        try
        {
            settings = BackupServiceSettings.Read(machine, mask);
        }
        catch (DeploymentException e)
        {
            await error.WriteLineAsync(e.Message);
            return BackupServiceSettings.RefusedExitCode;
        }

        try
        {
            return await RunAsync(arguments[0], settings, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Say("Asked to end; nothing is under way.");
            return 0;
        }
        catch (Exception e) when (e is DeploymentException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(mask.Apply(e.Message));
            return Failed;
        }
    }

    private async Task<int> RunAsync(string command, BackupServiceSettings settings, CancellationToken stop)
    {
        var store = new BackupStore(Variable(FolderVariable, "/backups"));
        if (command == "healthcheck")
        {
            var health = BackupHealth.Of(store, settings.Schedule, settings.Tolerance, time.GetUtcNow());
            await (health.IsHealthy ? output : error).WriteLineAsync(health.Reason);
            return health.IsHealthy ? 0 : Failed;
        }

        var runner = new ProcessRunner(mask, time);
        var hidden = machine.Exists(Memory) ? Memory : Path.GetTempPath();
        var servers = new LocalScratchServers(runner, Variable(ClusterVariable, "/qgp/cluster"), Variable(ScratchVariable, "/scratch"), hidden);
        var cipher = BackupCipher.Of(runner, machine);
        var service = new BackupService(
            new BackupTaking(new LocalDatabaseTools(runner, hidden), store, cipher, time), new BackupVerifying(servers, cipher, time), store, settings, time, Say);
        if (command == "once")
        {
            await service.OnceAsync(stop);
            return 0;
        }

        servers.RemoveLeftovers();
        await service.RunAsync(stop);
        return 0;
    }

    private string Variable(string name, string otherwise) => machine.Variable(name) is { Length: > 0 } value ? value : otherwise;

    private void Say(string line)
    {
        output.WriteLine($"{time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)} {mask.Apply(line)}");
        output.Flush();
    }
}
