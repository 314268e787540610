using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The engine, and the real image built once for all tests that break it afterwards.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    internal ContainerEngine Engine { get; } = new(new ProcessRunner(new SecretMask()));

    /// <summary>A name of the real image that lives as long as the tests.</summary>
    internal string RealImage { get; } = $"qgp-end-to-end:{Guid.CreateVersion7():N}";

    public async Task InitializeAsync()
    {
        await using var rehearsal = new EndToEndRehearsal();
        await rehearsal.StepsAsync(RehearsalStep.BuildImage);
        var image = Deployment.Runs.RunVerifier.Read(rehearsal.Session.Run!).Step("BuildImage")!.Inputs["image-id"];
        await Engine.TagAsync(image, RealImage);
    }

    public Task DisposeAsync() => Engine.RemoveImageAsync(RealImage);
}

[CollectionDefinition(Name)]
public sealed class EngineCollection : ICollectionFixture<EngineFixture>
{
    public const string Name = "Engine";
}
