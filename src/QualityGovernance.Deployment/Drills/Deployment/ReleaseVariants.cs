using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>Releases for a drill, each made from the image that is drilled: what differs is which one it says it is, and what is wrong with it.</summary>
/// <param name="engine">Makes them.</param>
/// <param name="head">The last migration of them all.</param>
/// <param name="stack">The drill's, for their labels.</param>
/// <param name="run">The drill, for their names.</param>
/// <param name="root">The checkout that they are made in.</param>
internal sealed class ReleaseVariants(ContainerEngine engine, string head, string stack, string run, string root) : IReleaseSource
{
    private const string Repository = "quality-governance-drill";

    private readonly Dictionary<string, ReleaseImage> releases = [];

    private readonly ChecksumList checksums = ChecksumList.Of(root);

    private IReadOnlyDictionary<string, string> Own => Labels.For(Purposes.Drill, stack);

    /// <summary>Which migration is the last of an image.</summary>
    public static async Task<string> HeadAsync(ContainerEngine engine, string image, CancellationToken cancellation)
    {
        var run = new ContainerRun(image, Labels.For(Purposes.Drill)) { Entrypoint = "dotnet", Command = ["/app/QualityGovernance.Migrations.dll", "status", "--head"] };
        var result = await engine.RunContainerAsync(run, cancellation: cancellation);
        return result.Succeeded ? result.Output.Trim() : throw new DeploymentException($"The image {image} does not say which migration is its last: {result.LastWords(2)}");
    }

    /// <param name="tag">What it is called.</param>
    /// <param name="image">That it is made from.</param>
    /// <param name="fault">Further lines of a Dockerfile.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ReleaseImage> MakeAsync(string tag, string image, string fault, CancellationToken cancellation)
    {
        var build = $"{run}-{tag}";
        var labels = string.Concat(Own.Append(new(Labels.BuildId, build)).Select(label => $"LABEL {label.Key}={label.Value}\n"));
        var name = $"{Repository}:{build}";
        await engine.Runner.CheckedAsync(
            new Command(engine.Client, ["build", "--quiet", "--tag", name, "-"]) { StandardInput = $"FROM {image}\nENV QGP_BUILD_ID={build}\n{labels}{fault}", Timeout = TimeSpan.FromMinutes(3) }, cancellation: cancellation);
        var facts = await engine.ImageAsync(name, cancellation) ?? throw new DeploymentException($"The engine made {name} and does not have it.");
        return releases[tag] = new ReleaseImage(tag, facts.Id, build, facts.Labels.GetValueOrDefault(Labels.Revision, ""), head);
    }

    public Task<ReleaseImage> EnsureAsync(string tag, CancellationToken cancellation) => Task.FromResult(releases[tag]);

    /// <summary>As the checkout was when the drill began.</summary>
    public ChecksumList? ChecksumsOf(string tag) => checksums;

    public async Task<bool> IsPresentAsync(string imageId, CancellationToken cancellation) => await engine.ImageAsync(imageId, cancellation) is not null;

    /// <summary>They have names until the drill ends.</summary>
    public Task<IReadOnlyList<string>> KeepAsync(string environment, IReadOnlyList<ReleaseImage> kept, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Removes the releases of this drill and of those before it in this checkout.</summary>
    public async Task RemoveAllAsync(CancellationToken cancellation)
    {
        var names = await engine.CheckedAsync(["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter", $"reference={Repository}", "--filter", $"label={Labels.Run}={stack}"], cancellation: cancellation);
        foreach (var name in names.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            await engine.RemoveImageAsync(name, cancellation);
    }
}
