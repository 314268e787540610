using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images.StandIns;

namespace QualityGovernance.Deployment.Images;

/// <summary>Provides the image of the proxy: what is here already, else the official one where a registry answers, else a stand-in.</summary>
/// <param name="engine">Holds the image.</param>
/// <param name="machine">The host.</param>
/// <param name="say">Hears what is used and what is made.</param>
/// <param name="detail">Hears what programs print meanwhile.</param>
public sealed class ProxyImage(ContainerEngine engine, IMachine machine, Action<string> say, Action<string>? detail = null)
{
    /// <summary>A version with long-term support.</summary>
    private const string Official = "haproxy:3.0";

    /// <returns>The id of a stand-in, which no machine then asks a registry for; the digest of the official one, which other machines fetch.</returns>
    public async Task<string> EnsureAsync(CancellationToken cancellation = default)
    {
        var registry = new OfficialRegistry(engine, detail);
        if (await registry.PresentAsync(Official, cancellation) is { } here)
            return here;
        if (await engine.ImageAsync(ProxyRecipe.ImageName, cancellation) is null && await registry.ResolveAsync(Official, cancellation) is { Digest: { } fetched })
            return fetched;
        var name = await new StandInBuilder(engine, machine, say, detail).EnsureAsync(new ProxyRecipe(), cancellation: cancellation);
        return (await engine.ImageAsync(name, cancellation) ?? throw new DeploymentException($"The engine took {name} and does not have it.")).Id;
    }
}
