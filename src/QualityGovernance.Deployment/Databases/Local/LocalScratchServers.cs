using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases.Local;

/// <summary>
/// Scratch servers as processes of this machine, each on a socket in a folder of its own and on no network. They are copies of an empty cluster: initdb asks
/// for an account with a name, and a container may run as any number.
/// </summary>
/// <param name="runner">Runs the server's programs.</param>
/// <param name="template">The empty cluster, whose superuser is <see cref="Superuser"/> and needs no password.</param>
/// <param name="folder">Where servers are put; has to have room for the database.</param>
/// <param name="privateFolder">See <see cref="LocalDatabaseTools"/>.</param>
public sealed class LocalScratchServers(ICommandRunner runner, string template, string folder, string privateFolder) : IScratchServers
{
    /// <summary>Of the empty cluster.</summary>
    public const string Superuser = "scratch";

    private const string Prefix = "scratch-";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Losing it in a crash is what happens to it anyway. Shared memory as files, so that nothing is left elsewhere.</summary>
    private const string Settings =
        """

        listen_addresses = ''
        fsync = off
        full_page_writes = off
        synchronous_commit = off
        dynamic_shared_memory_type = mmap
        """;

    public async Task<IScratchDatabase> StartAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(template))
            throw new DeploymentException($"There is no empty cluster {template} to start a scratch database from. It is part of the image of the backup service.");
        var version = await runner.CheckedAsync(Command.Of("postgres", "--version") with { Timeout = Patience }, cancellation: cancellation);
        var path = Path.Combine(Path.GetFullPath(folder), Prefix + Guid.CreateVersion7().ToString("N"));
        var scratch = new LocalScratchDatabase(runner, new LocalDatabaseTools(runner, privateFolder), path, version.Output.Trim());
        try
        {
            Copy(template, path);
            await File.AppendAllTextAsync(Path.Combine(path, "postgresql.conf"), $"{Settings}\nunix_socket_directories = '{path}'\n", cancellation);
            var started = await runner.RunAsync(
                Command.Of("pg_ctl", "--pgdata", path, "--log", scratch.Log, "--wait", "--timeout", "90", "--silent", "start") with { Timeout = Patience }, cancellation: cancellation);
            if (!started.Succeeded)
                throw new DeploymentException($"A scratch database could not be started in {path}: {scratch.LastWords() ?? started.LastWords()}");
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes what a process that was killed has left. Not while another one may be at work in the same folder.</summary>
    public void RemoveLeftovers()
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var left in Directory.EnumerateDirectories(folder, Prefix + "*").Concat(Directory.EnumerateDirectories(folder, ClosedFolder.Prefix + "*")))
            Directory.Delete(left, recursive: true);
    }

    /// <summary>Closed to others, as the server demands of its folder.</summary>
    private static void Copy(string from, string to)
    {
        ClosedFolder.Make(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.EnumerateDirectories(from))
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
    }
}
