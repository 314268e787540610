using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>A database that runs, a container that does not, and a volume with something in it, all of somebody else: nothing that we do may touch them.</summary>
/// <param name="engine">Where they are.</param>
/// <param name="image">Of a database.</param>
/// <param name="name">Of all of them.</param>
/// <param name="time">For waiting.</param>
internal sealed class FaultBystanders(ContainerEngine engine, string image, string name, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private string before = "";

    private string Idle => name + "-idle";

    public async Task StandAsync(CancellationToken cancellation)
    {
        await DisposeAsync();
        await engine.CheckedAsync(["volume", "create", name], cancellation: cancellation);
        await engine.CheckedAsync(
            ["run", "--detach", "--name", name, "--network", "none", "--volume", $"{name}:/var/lib/postgresql/data", "--env", "POSTGRES_HOST_AUTH_METHOD=trust", image], cancellation: cancellation);
        await engine.CheckedAsync(["create", "--name", Idle, "--network", "none", image], cancellation: cancellation);
        await new Poll(time).UntilAsync("The bystander", WriteAsync, Patience, TimeSpan.FromMilliseconds(200), cancellation: cancellation);
        before = await LookAsync(cancellation);

        async Task<ProbeResult> WriteAsync(CancellationToken token)
        {
            var written = await SqlAsync("CREATE TABLE theirs AS SELECT generate_series(1, 3) AS n;", token);
            return written.Succeeded ? ProbeResult.Ready("it has data") : ProbeResult.NotYet(written.LastWords(1));
        }
    }

    /// <returns>What is not as it was.</returns>
    public async Task<IReadOnlyList<string>> ChangesAsync(CancellationToken cancellation)
    {
        var now = await LookAsync(cancellation);
        return now == before ? [] : [$"{before} became {now}"];
    }

    public async ValueTask DisposeAsync()
    {
        await engine.RemoveContainerAsync(name);
        await engine.RemoveContainerAsync(Idle);
        await engine.RemoveVolumeAsync(name);
    }

    /// <summary>Identity, state and process of the containers; when the volume was made.</summary>
    private async Task<string> LookAsync(CancellationToken cancellation)
    {
        var seen = new List<string>();
        foreach (var container in new[] { name, Idle })
            seen.Add(await engine.ContainerAsync(container, cancellation) is { } facts ? $"{facts.Id[..12]} {facts.Status} {facts.Pid} restarted {facts.RestartCount}" : $"no container {container}");
        var volume = await engine.RunAsync(["volume", "inspect", name, "--format", "{{.Mountpoint}}"], cancellation: cancellation);
        seen.Add(volume.Succeeded ? $"volume at {volume.Output.Trim()}" : "no volume");
        seen.Add($"rows {(await SqlAsync("SELECT sum(n) FROM theirs;", cancellation)).Output.Trim()}");
        return string.Join(", ", seen);
    }

    private Task<CommandResult> SqlAsync(string sql, CancellationToken cancellation) =>
        engine.ExecAsync(name, ["psql", "--host", "127.0.0.1", "--username", "postgres", "--tuples-only", "--no-align", "--command", sql], cancellation: cancellation);
}
