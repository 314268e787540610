using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;

namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>The name that this engine has for the image that was rehearsed last. A test gives it to another one, and gives it back.</summary>
internal sealed class RehearsedName : IAsyncDisposable
{
    public const string Name = "quality-governance:rehearsed";

    private readonly string aside = $"qgp-end-to-end-aside:{Guid.CreateVersion7():N}";
    private readonly ContainerEngine engine;

    private RehearsedName(ContainerEngine engine) => this.engine = engine;

    public static async Task<RehearsedName> GiveToAsync(ContainerEngine engine, string image)
    {
        var name = new RehearsedName(engine);
        if (await engine.ImageAsync(Name) is { } before)
            await engine.TagAsync(before.Id, name.aside);
        await engine.TagAsync(image, Name);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        var left = await engine.ImageAsync(Name);
        if (await engine.ImageAsync(aside) is { } before)
            await engine.TagAsync(before.Id, Name);
        else
            await engine.RemoveImageAsync(Name);
        await engine.RemoveImageAsync(aside);
        await new NamelessImages(engine, TimeProvider.System).RemoveLeftAsync(left?.Id, CancellationToken.None);
    }
}
