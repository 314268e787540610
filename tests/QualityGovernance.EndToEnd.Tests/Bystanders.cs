using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A container, a volume and a network of somebody else, which what is tested may not touch, and a look at what else it left.</summary>
internal sealed partial class Bystanders : IAsyncDisposable
{
    private const string Mark = "bystander";

    /// <summary>What others make at the same time, for example while they build an image, goes away again; what was left does not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>What a container has from its image, and says nothing of who started it.</summary>
    private static readonly string[] OfImages = [Purposes.Image, Purposes.Base, Purposes.BuildStage];

    private readonly string name = $"{Mark}-{Guid.CreateVersion7():N}";
    private readonly ContainerEngine engine;
    private readonly IReadOnlyList<string> purposes;
    private Inventory before = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

    private Bystanders(ContainerEngine engine, IReadOnlyList<string> purposes) => (this.engine, this.purposes) = (engine, purposes);

    /// <param name="engine">Where they stand.</param>
    /// <param name="image">Of the container.</param>
    /// <param name="purposes">Of what is tested. What has another purpose belongs to a test that uses the engine at the same time; what has none is looked at.</param>
    public static async Task<Bystanders> StandAsync(ContainerEngine engine, string image, params string[] purposes)
    {
        var bystanders = new Bystanders(engine, [.. purposes, .. OfImages]);
        await engine.CheckedAsync(["volume", "create", "--label", Mark, bystanders.name]);
        await engine.CheckedAsync(["network", "create", "--label", Mark, bystanders.name]);
        // Never started: a container that does not run is what a careless clean-up takes first.
        await engine.CheckedAsync(["create", "--label", Mark, "--name", bystanders.name, "--network", bystanders.name, "--volume", $"{bystanders.name}:/data", image]);
        bystanders.before = await engine.InventoryAsync();
        return bystanders;
    }

    /// <summary>Nothing is new on the engine and stays, and what was there for us to harm is there.</summary>
    public async Task NothingChangedAsync()
    {
        HashSet<string>? left = null;
        await new Poll(TimeProvider.System).UntilAsync("Nothing being left behind", LookAsync, Patience, TimeSpan.FromSeconds(1));

        async Task<ProbeResult> LookAsync(CancellationToken cancellation)
        {
            var now = await NewThingsAsync();
            left = left is null ? now : [.. left.Intersect(now)];
            return left.Count == 0 ? ProbeResult.Ready("nothing") : ProbeResult.NotYet(string.Join(", ", left));
        }
    }

    private async Task<HashSet<string>> NewThingsAsync()
    {
        var after = await engine.InventoryAsync();
        after.Containers.ShouldContain(line => line.EndsWith(" " + name, StringComparison.Ordinal));
        after.Networks.ShouldContain(line => line.EndsWith(" " + name, StringComparison.Ordinal));
        after.Volumes.ShouldContain(name);
        var things = new HashSet<string>();
        foreach (var line in after.Containers.Except(before.Containers))
            things.UnionWith(await IsOfOthersAsync("container", line.Split(' ')[0]) ? [] : [line]);
        foreach (var line in after.Networks.Except(before.Networks))
            things.UnionWith(await IsOfOthersAsync("network", line.Split(' ')[0]) ? [] : [line]);
        foreach (var line in after.Volumes.Except(before.Volumes))
            things.UnionWith(await IsOfOthersAsync("volume", line) || await IsInUseAsync(line) ? [] : [line]);
        return things;
    }

    public async ValueTask DisposeAsync()
    {
        await engine.RemoveContainerAsync(name);
        await engine.RemoveNetworkAsync(name);
        await engine.RemoveVolumeAsync(name);
    }

    private async Task<bool> IsOfOthersAsync(string kind, string id)
    {
        var found = await engine.RunAsync([kind, "inspect", id]);
        return !found.Succeeded || IsOfOthers(found.Output, purposes);
    }

    /// <param name="inspected">What the engine says of a thing.</param>
    /// <param name="purposes">That are looked at.</param>
    /// <remarks>The fault matrix has bystanders of its own, without a label either.</remarks>
    internal static bool IsOfOthers(string inspected, IReadOnlyList<string> purposes) =>
        inspected.Contains("org.testcontainers", StringComparison.Ordinal) || inspected.Contains($"\"{Mark}\": \"\"", StringComparison.Ordinal)
        || inspected.Contains(DeployedEnvironment.Prefix, StringComparison.Ordinal) || inspected.Contains(FaultMatrix.Prefix, StringComparison.Ordinal)
        || (PurposeIn(inspected) is { } purpose && !purposes.Contains(purpose));

    /// <summary>The networks of a Swarm's stack have no label of ours.</summary>
    private static string? PurposeIn(string inspected) =>
        Purpose().Match(inspected) is { Success: true } found ? found.Groups["purpose"].Value
        : inspected.Contains("com.docker.stack.namespace", StringComparison.Ordinal) ? Purposes.Environment
        : null;

    [GeneratedRegex("\"qgp\\.purpose\": \"(?<purpose>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Purpose();

    /// <summary>Anonymous volumes carry no label; one that a container uses is that container's, which was looked at already.</summary>
    private async Task<bool> IsInUseAsync(string volume) =>
        (await engine.CheckedAsync(["ps", "--all", "--quiet", "--filter", $"volume={volume}"])).Output.Length > 0;
}
