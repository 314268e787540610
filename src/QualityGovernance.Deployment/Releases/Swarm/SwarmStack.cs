using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Stacks.Swarm;

namespace QualityGovernance.Deployment.Releases.Swarm;

/// <summary>An environment as a stack of a Swarm.</summary>
/// <param name="engine">A manager of it.</param>
/// <param name="files">What the stack is made of.</param>
/// <param name="environment">Which one.</param>
/// <param name="pace">How replicas are exchanged.</param>
/// <param name="time">For waiting.</param>
/// <param name="client">Makes a client of the published address.</param>
internal sealed class SwarmStack(ContainerEngine engine, StackFiles files, EnvironmentDescription environment, RolloutPace pace, TimeProvider time, Func<HttpClient> client) : IEnvironmentStack
{
    /// <summary>The account of the product's image.</summary>
    private const int User = 1654;

    /// <summary>What every environment of this kind tells its programs, whatever is described.</summary>
    private static readonly IReadOnlyDictionary<string, string> Always = new Dictionary<string, string>
    {
        [EnvironmentDescription.ListenPort] = "8000",
        [EnvironmentDescription.ListenAddress] = "",
        [EnvironmentDescription.TrustedProxies] = "tasks.proxy",
    };

    /// <summary>Longer than the proxy may take to let its connections end.</summary>
    private static readonly TimeSpan RemovalPatience = TimeSpan.FromMinutes(3);

    private readonly SwarmService service = new(engine, $"{environment.Stack}_app");
    private readonly SwarmSecrets secrets = new(engine, environment.Stack);
    private readonly Dictionary<string, string> ids = [];

    public Task<IReadOnlyList<string>> ServingAsync(CancellationToken cancellation) => ImagesAsync(task => task.IsRunning && task.IsWanted, cancellation);

    public Task<IReadOnlyList<string>> ReplicasAsync(CancellationToken cancellation) => ImagesAsync(task => task.IsRunning, cancellation);

    public async Task<CommandResult> RunJobAsync(ReleaseSpecification release, ProductProgram program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(release);
        var assembly = program == ProductProgram.Migrations ? "/app/QualityGovernance.Migrations.dll" : "/app/QualityGovernance.Web.dll";
        var request = new SwarmJobRequest(
            environment.Stack, Run: environment.Stack, release.Image, ["dotnet", assembly, .. arguments], Settings(release), Applications(release.Secrets).ToDictionary(secret => FileOf(secret.Key), secret => secret.Value), User);
        return await new SwarmJob(engine, time).RunAsync(request, cancellation);
    }

    public async Task<IReadOnlyList<string>> RemoveOrphansAsync(CancellationToken cancellation) =>
    [
        .. await new SwarmJob(engine, time).RemoveOrphansAsync(environment.Stack, cancellation),
        .. await OrphanedContainers.RemoveAsync(engine, Labels.For(Purposes.Database), cancellation),
    ];

    public Task<IReadOnlyList<string>> RemoveOwnAsync(CancellationToken cancellation) => new SwarmJob(engine, time).RemoveOwnAsync(environment.Stack, cancellation);

    public async Task<Rollout> RolloutAsync(ReleaseSpecification release, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(release);
        var began = time.GetTimestamp();
        try
        {
            var names = await secrets.EnsureAsync(release.Secrets, cancellation);
            var isFirst = await service.StateAsync(cancellation) is null;
            await files.DeployAsync(release, Settings(release), names, pace, cancellation);
            var rollout = await new RolloutWatch(service, environment, isFirst, time).EndAsync(began, cancellation);
            if (rollout.End == RolloutEnd.Completed)
                await secrets.ForgetOthersAsync(release.Secrets, cancellation);
            return rollout;
        }
        finally
        {
            // Of a release that was taken back, or that nobody came to ask for, no service names them.
            await secrets.ForgetUnusedAsync(CancellationToken.None);
        }
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        await engine.CheckedAsync(["service", "scale", "--detach", $"{service.Name}=0"], cancellation: cancellation);
        await new Poll(time).UntilAsync($"All replicas of {service.Name} having ended", LookAsync, RemovalPatience, TimeSpan.FromMilliseconds(500), cancellation: cancellation);

        async Task<ProbeResult> LookAsync(CancellationToken token)
        {
            var running = await ReplicasAsync(token);
            return running.Count == 0 ? ProbeResult.Ready("none runs") : ProbeResult.NotYet($"{running.Count} still run");
        }
    }

    public async Task RemoveAsync(CancellationToken cancellation)
    {
        var removed = await engine.RunAsync(["stack", "rm", environment.Stack], cancellation: cancellation);
        if (!removed.Succeeded && !SwarmAnswers.IsAbsence(removed) && !removed.Error.Contains("Nothing found", StringComparison.Ordinal))
            throw new CommandFailedException($"{engine.Client} stack rm {environment.Stack}", removed);
        await new Poll(time).UntilAsync($"The stack {environment.Stack} being gone", LookAsync, RemovalPatience, TimeSpan.FromMilliseconds(500), cancellation: cancellation);

        // What a stack keeps its data in is left by the engine; here that is where backups were compared.
        foreach (var volume in await engine.VolumesAsync(new Dictionary<string, string> { [SwarmSecrets.Namespace] = environment.Stack, [Labels.Project] = Labels.ProjectName }, cancellation))
            await engine.RemoveVolumeAsync(volume, cancellation);

        async Task<ProbeResult> LookAsync(CancellationToken token)
        {
            var left = await engine.CheckedAsync(["ps", "--all", "--quiet", "--filter", $"label={SwarmSecrets.Namespace}={environment.Stack}"], cancellation: token);
            var networks = await engine.CheckedAsync(["network", "ls", "--quiet", "--filter", $"label={SwarmSecrets.Namespace}={environment.Stack}"], cancellation: token);
            return left.Output.Length + networks.Output.Length == 0 ? ProbeResult.Ready("nothing is left") : ProbeResult.NotYet("some of it is still ending");
        }
    }

    public HttpClient NewClient() => client();

    /// <summary>All variables of both programs; a secret is named as a file.</summary>
    private static SortedDictionary<string, string> Settings(ReleaseSpecification release) => new(
        Always.Concat(release.Settings).Concat(Applications(release.Secrets).Select(secret => new KeyValuePair<string, string>(secret.Key + "_FILE", $"/run/secrets/{FileOf(secret.Key)}")))
            .GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value),
        StringComparer.Ordinal);

    /// <summary>The certificate is the proxy's alone, and the identity the backup service's.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Applications(IReadOnlyDictionary<string, string> all) =>
        all.Where(secret => !EnvironmentDescription.SecretsOfOthers.Contains(secret.Key));

    private static string FileOf(string secret) => secret.ToLowerInvariant();

    private async Task<IReadOnlyList<string>> ImagesAsync(Func<SwarmTask, bool> counts, CancellationToken cancellation)
    {
        var images = new List<string>();
        foreach (var task in (await service.TasksAsync(cancellation)).Where(counts))
            images.Add(await IdAsync(task.Image, cancellation));
        return images;
    }

    /// <summary>A service may name its image by the digest of a registry; what is compared everywhere is the id.</summary>
    private async Task<string> IdAsync(string image, CancellationToken cancellation)
    {
        if (image.StartsWith("sha256:", StringComparison.Ordinal))
            return image;
        if (!ids.TryGetValue(image, out var id))
            ids[image] = id = (await engine.ImageAsync(image, cancellation))?.Id ?? image;
        return id;
    }
}
