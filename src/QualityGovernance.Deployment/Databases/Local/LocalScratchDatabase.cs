using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases.Local;

/// <summary>A server of one use as a process of this machine; its folder is gone with it.</summary>
internal sealed class LocalScratchDatabase(ICommandRunner runner, IDatabaseTools tools, string folder, string version) : IScratchDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DatabaseAddress address = new(folder, 5432, "postgres", LocalScratchServers.Superuser, "");

    public string MadeOf => version;

    public string Log => Path.Combine(folder, "server.log");

    /// <returns>The end of the server's log; null where it wrote none.</returns>
    public string? LastWords() => File.Exists(Log) ? string.Join(' ', File.ReadLines(Log).TakeLast(3)) : null;

    public async Task RestoreAsync(Func<Stream, CancellationToken, Task> dump, CancellationToken cancellation)
    {
        try
        {
            await tools.RestoreAsync(address, dump, cancellation);
        }
        catch (DeploymentException e)
        {
            throw new DeploymentException($"The backup could not be restored: {e.Message}", inner: e);
        }
    }

    public Task<IReadOnlyList<string[]>> QueryAsync(string script, CancellationToken cancellation) => tools.QueryAsync(address, script, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(folder))
            return;
        if (File.Exists(Path.Combine(folder, "postmaster.pid")))
            await runner.CheckedAsync(Command.Of("pg_ctl", "--pgdata", folder, "--mode", "immediate", "--wait", "--silent", "stop") with { Timeout = Patience }, cancellation: CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }
}
