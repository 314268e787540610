using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Databases;

/// <summary>A PostgreSQL server for one use: without a network, so that nobody else can reach it and it needs no password, and removed whatever happens.</summary>
internal sealed class ScratchDatabase : IScratchDatabase
{
    private const string Name = "scratch";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ContainerEngine engine;
    private readonly IReadOnlyDictionary<string, string> labels;
    private string id = "";

    private ScratchDatabase(ContainerEngine engine, string image, IReadOnlyDictionary<string, string> labels)
    {
        MadeOf = image;
        this.engine = engine;
        this.labels = labels;
    }

    public string MadeOf { get; }

    public static async Task<ScratchDatabase> StartAsync(ContainerEngine engine, string image, TimeProvider time, CancellationToken cancellation)
    {
        await OrphanedContainers.RemoveAsync(engine, Labels.For(Purposes.Database), cancellation);
        var scratch = new ScratchDatabase(engine, image, OrphanedContainers.Owned(Labels.For(Purposes.Database, $"scratch-{Guid.CreateVersion7():N}")));
        try
        {
            var run = new ContainerRun(image, scratch.labels)
            {
                Detached = true,
                Environment = new Dictionary<string, string> { ["POSTGRES_USER"] = Name, ["POSTGRES_DB"] = Name, ["POSTGRES_HOST_AUTH_METHOD"] = "trust" },
                Options = ["--user", "postgres", "--volume", "/var/lib/postgresql/data", "--tmpfs", "/run/postgresql", "--shm-size", "128m", "--stop-signal", "SIGINT"],
                // It is thrown away: losing it in a crash is what happens to it anyway.
                Command = ["postgres", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"],
            };
            var started = await engine.RunContainerAsync(run, cancellation: cancellation);
            if (!started.Succeeded)
                throw new DeploymentException($"A scratch database could not be started from {image}: {started.LastWords()}");
            scratch.id = started.Output.Trim();
            // Over TCP: while it initialises, the server listens on its socket alone.
            await new Poll(time).UntilAsync("The scratch database", scratch.LookAsync, StartLimit, Interval, cancellation: cancellation);
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync();
            throw;
        }
    }

    public async Task RestoreAsync(Func<Stream, CancellationToken, Task> dump, CancellationToken cancellation)
    {
        var result = await ExecAsync([.. DatabasePrograms.RestoreProgram, "--username", Name, "--dbname", Name], input: null, dump, cancellation);
        if (!result.Succeeded)
            throw new DeploymentException($"The backup could not be restored: {result.LastWords()}");
    }

    public async Task<IReadOnlyList<string[]>> QueryAsync(string script, CancellationToken cancellation)
    {
        var result = await ExecAsync([.. PsqlOutput.Program, "--username", Name, "--dbname", Name], script, writeInput: null, cancellation);
        return result.Succeeded ? PsqlOutput.Rows(result.Output) : throw new DeploymentException($"The restored backup could not be read: {result.LastWords()}");
    }

    public async ValueTask DisposeAsync() => await engine.RemoveAllAsync(labels, volumes: true, CancellationToken.None);

    private Task<CommandResult> ExecAsync(IReadOnlyList<string> program, string? input, Func<Stream, CancellationToken, Task>? writeInput, CancellationToken cancellation) =>
        engine.Runner.RunAsync(
            new Command(engine.Client, ["exec", "--interactive", id, .. program]) { StandardInput = input, WriteInput = writeInput, Timeout = DatabasePrograms.Patience },
            cancellation: cancellation);

    private async Task<ProbeResult> LookAsync(CancellationToken cancellation)
    {
        if (await engine.ContainerAsync(id, cancellation) is not { IsRunning: true } container)
            return ProbeResult.Hopeless($"its container has ended: {string.Join(' ', await engine.LogsAsync(id, 3, cancellation))}");
        var answer = await engine.ExecAsync(container.Id, ["psql", "--host", "127.0.0.1", "--username", Name, "--dbname", Name, "--command", "select 1"], cancellation: cancellation);
        return answer.Succeeded ? ProbeResult.Ready("it answers") : ProbeResult.NotYet(answer.LastWords(1));
    }
}
