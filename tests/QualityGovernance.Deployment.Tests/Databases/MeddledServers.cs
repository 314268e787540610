using QualityGovernance.Deployment.Databases;

namespace QualityGovernance.Deployment.Tests.Databases;

/// <summary>Scratch servers on which somebody changes what was restored, before it is compared.</summary>
internal sealed class MeddledServers(IScratchServers servers, string change) : IScratchServers
{
    public async Task<IScratchDatabase> StartAsync(CancellationToken cancellation) => new Meddled(await servers.StartAsync(cancellation), change);

    private sealed class Meddled(IScratchDatabase database, string change) : IScratchDatabase
    {
        public string MadeOf => database.MadeOf;

        public async Task RestoreAsync(Func<Stream, CancellationToken, Task> dump, CancellationToken cancellation)
        {
            await database.RestoreAsync(dump, cancellation);
            if (change.Length > 0)
                await database.QueryAsync(change, cancellation);
        }

        public Task<IReadOnlyList<string[]>> QueryAsync(string script, CancellationToken cancellation) => database.QueryAsync(script, cancellation);

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
