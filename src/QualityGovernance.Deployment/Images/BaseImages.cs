using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images.StandIns;

namespace QualityGovernance.Deployment.Images;

/// <summary>Provides the base images: the official ones by their digest where a registry answers, else stand-ins made once and used again.</summary>
/// <param name="engine">Holds the images.</param>
/// <param name="machine">The host.</param>
/// <param name="repository">Where <c>global.json</c> is.</param>
/// <param name="say">Hears which kind is used and what is made.</param>
/// <param name="detail">Hears what programs print meanwhile.</param>
public sealed class BaseImages(ContainerEngine engine, IMachine machine, string repository, Action<string> say, Action<string>? detail = null)
{
    public OfficialImages Official { get; init; } = new();

    /// <summary>Looks, and changes nothing: which kind is here already.</summary>
    /// <returns>Null where they would have to be fetched or made.</returns>
    public async Task<BaseImageSet?> PresentAsync(CancellationToken cancellation = default)
    {
        var registry = new OfficialRegistry(engine);
        string?[] official =
        [
            await registry.PresentAsync(Official.Sdk, cancellation),
            await registry.PresentAsync(Official.Runtime, cancellation),
            await registry.PresentAsync(Official.Postgres, cancellation),
        ];
        if (official is [{ } sdk, { } runtime, { } postgres])
            return new BaseImageSet(BaseKind.Official, sdk, runtime, postgres);
        foreach (var name in StandIns)
        {
            if (await engine.ImageAsync(name, cancellation) is null)
                return null;
        }

        return new BaseImageSet(BaseKind.StandIn, StandIns[0], StandIns[1], StandIns[2]);
    }

    /// <param name="choice">Which kind is wanted.</param>
    /// <param name="refresh">Makes stand-ins again although they are there: takes in what the packages' sources have fixed since.</param>
    /// <param name="cancellation">Stops fetching and making.</param>
    public async Task<BaseImageSet> EnsureAsync(BaseImageChoice choice = BaseImageChoice.Auto, bool refresh = false, CancellationToken cancellation = default)
    {
        var set = choice == BaseImageChoice.StandIn ? null : await OfficialAsync(choice, cancellation);
        set ??= await StandInsAsync(refresh, cancellation);
        say($"Using {set}");
        return set;
    }

    private static readonly string[] StandIns = [SdkRecipe.ImageName, RuntimeRecipe.ImageName, PostgresRecipe.ImageName];

    private async Task<BaseImageSet?> OfficialAsync(BaseImageChoice choice, CancellationToken cancellation)
    {
        var registry = new OfficialRegistry(engine, detail);
        var found = new List<string>();
        foreach (var reference in new[] { Official.Sdk, Official.Runtime, Official.Postgres })
        {
            var (digest, reason) = await registry.ResolveAsync(reference, cancellation);
            if (digest is null && choice == BaseImageChoice.Official)
                throw new DeploymentException($"The official base image {reference} cannot be had: {reason}", $"docker pull {reference}");
            if (digest is null)
            {
                say($"No registry answers for {reference} ({reason}); stand-ins are used.");
                return null;
            }

            found.Add(digest);
        }

        var sdk = await TrustingAsync(found[0], cancellation);
        return new BaseImageSet(BaseKind.Official, sdk, found[1], found[2]) { SdkOrigin = sdk == found[0] ? null : found[0] };
    }

    /// <summary>The SDK image as it is, or with the certificate authorities of this host where somebody added to them.</summary>
    private async Task<string> TrustingAsync(string sdk, CancellationToken cancellation)
    {
        var trust = Trust();
        return trust.HasOwn ? await new TrustingSdk(engine, say, detail).EnsureAsync(sdk, trust, cancellation) : sdk;
    }

    private async Task<BaseImageSet> StandInsAsync(bool refresh, CancellationToken cancellation)
    {
        var dotnet = await DotNetInstallation.FindAsync(engine.Runner, repository, cancellation);
        var builder = new StandInBuilder(engine, machine, say, detail);
        return new BaseImageSet(
            BaseKind.StandIn,
            await builder.EnsureAsync(new SdkRecipe(dotnet, Trust()), refresh, cancellation),
            await builder.EnsureAsync(new RuntimeRecipe(dotnet), refresh, cancellation),
            await builder.EnsureAsync(new PostgresRecipe(), refresh, cancellation));
    }

    private HostTrust Trust() => HostTrust.Of(machine, Environment.GetEnvironmentVariable("SSL_CERT_FILE"));
}
