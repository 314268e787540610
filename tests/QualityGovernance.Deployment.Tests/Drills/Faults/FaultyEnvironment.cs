using System.Text.Json;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Tests.Releases.Deploying;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

/// <summary>A fake environment that is reached over tools, as a real one is: each call is a command first, which a fault can meet.</summary>
internal sealed class FaultyEnvironment(FakeEnvironment inner, ICommandRunner tools) : IEnvironmentStack, IReleaseSource, IEnvironmentDatabase
{
    public async Task<IReadOnlyList<string>> ServingAsync(CancellationToken cancellation) => await ReadAsync("service ps", inner.ServingAsync, cancellation);

    public async Task<IReadOnlyList<string>> ReplicasAsync(CancellationToken cancellation) => await ReadAsync("service ps", inner.ReplicasAsync, cancellation);

    /// <summary>How a job ended is told by the engine, whose answer is cut off like every other.</summary>
    public Task<CommandResult> RunJobAsync(ReleaseSpecification release, ProductProgram program, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        ReadAsync("service create", token => inner.RunJobAsync(release, program, arguments, token), cancellation);

    public Task<IReadOnlyList<string>> RemoveOrphansAsync(CancellationToken cancellation) => ReadAsync("service ls", inner.RemoveOrphansAsync, cancellation);

    public Task<IReadOnlyList<string>> RemoveOwnAsync(CancellationToken cancellation) => ReadAsync("service ls", inner.RemoveOwnAsync, cancellation);

    public Task<Rollout> RolloutAsync(ReleaseSpecification release, CancellationToken cancellation) =>
        ReadAsync("stack deploy --resolve-image", token => inner.RolloutAsync(release, token), cancellation);

    public async Task StopAsync(CancellationToken cancellation)
    {
        await CallAsync("service scale", cancellation);
        await inner.StopAsync(cancellation);
    }

    public Task RemoveAsync(CancellationToken cancellation) => inner.RemoveAsync(cancellation);

    public HttpClient NewClient() => inner.NewClient();

    public Task<ReleaseImage> EnsureAsync(string tag, CancellationToken cancellation) => ReadAsync("image inspect", token => inner.EnsureAsync(tag, token), cancellation);

    /// <summary>Files of the releases' folder: no tool is asked.</summary>
    public ChecksumList? ChecksumsOf(string tag) => inner.ChecksumsOf(tag);

    public Task<bool> IsPresentAsync(string imageId, CancellationToken cancellation) => ReadAsync("image inspect", token => inner.IsPresentAsync(imageId, token), cancellation);

    public Task<IReadOnlyList<string>> KeepAsync(string environment, IReadOnlyList<ReleaseImage> releases, CancellationToken cancellation) =>
        ReadAsync("image ls", token => inner.KeepAsync(environment, releases, token), cancellation);

    public Task<SchemaRevision?> SchemaAsync(CancellationToken cancellation) => ReadAsync("run --rm", inner.SchemaAsync, cancellation);

    public Task<IReadOnlyList<string>> RemoveUnfinishedRestoresAsync(CancellationToken cancellation) => ReadAsync("run --rm", inner.RemoveUnfinishedRestoresAsync, cancellation);

    public Task<BackupFile> BackUpAsync(string reason, CancellationToken cancellation) => ReadAsync("run --rm", token => inner.BackUpAsync(reason, token), cancellation);

    private Task<CommandResult> CallAsync(string arguments, CancellationToken cancellation) => tools.CheckedAsync(Command.Of("docker", arguments.Split(' ')), cancellation: cancellation);

    private async Task<T> ReadAsync<T>(string arguments, Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var tool = await CallAsync(arguments, cancellation);
        return IsWhole(tool) ? await read(cancellation) : throw new JsonException("The answer is cut off.");
    }

    private static bool IsWhole(CommandResult tool) => !tool.Output.Contains('\uFFFD', StringComparison.Ordinal);
}
