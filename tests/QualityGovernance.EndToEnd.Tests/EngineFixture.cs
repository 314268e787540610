using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The engine in a Swarm, and the real image built once for all tests that break it afterwards.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    internal ContainerEngine Engine => SharedEngine.Engine;

    /// <summary>A name of the real image that lives as long as the tests.</summary>
    internal string RealImage => SharedEngine.RealImage;

    public Task InitializeAsync() => SharedEngine.TakeAsync();

    public Task DisposeAsync() => SharedEngine.LeaveAsync();
}
