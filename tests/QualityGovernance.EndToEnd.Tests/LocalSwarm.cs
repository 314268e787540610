using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Stacks.Swarm;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The engine as a Swarm of one machine, for as long as a test needs it; an engine that was in one before stays in it.</summary>
internal sealed class LocalSwarm : IAsyncDisposable
{
    private readonly ContainerEngine engine;
    private readonly bool isOurs;

    private LocalSwarm(ContainerEngine engine, bool isOurs)
    {
        this.engine = engine;
        this.isOurs = isOurs;
    }

    public static async Task<LocalSwarm> JoinAsync(ContainerEngine engine) => new(engine, await new SwarmMembership(engine).InitAsync("127.0.0.1"));

    public async ValueTask DisposeAsync()
    {
        if (isOurs)
            await engine.CheckedAsync(["swarm", "leave", "--force"], timeout: TimeSpan.FromMinutes(2));
    }
}
