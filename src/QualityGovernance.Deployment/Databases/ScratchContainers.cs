using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>Scratch servers as containers of the database's image.</summary>
internal sealed class ScratchContainers(ContainerEngine engine, string image, TimeProvider time) : IScratchServers
{
    public async Task<IScratchDatabase> StartAsync(CancellationToken cancellation) => await ScratchDatabase.StartAsync(engine, image, time, cancellation);
}
