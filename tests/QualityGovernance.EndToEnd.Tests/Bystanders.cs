using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A container, a volume and a network of somebody else, which no rehearsal may touch, and a look at what else a rehearsal left.</summary>
internal sealed class Bystanders(ContainerEngine engine) : IAsyncDisposable
{
    /// <summary>What others make at the same time, for example while they build an image, goes away again; what a rehearsal leaves does not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string name = $"bystander-{Guid.CreateVersion7():N}";
    private Inventory before = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());

    public static async Task<Bystanders> StandAsync(ContainerEngine engine, string image)
    {
        var bystanders = new Bystanders(engine);
        await engine.CheckedAsync(["volume", "create", bystanders.name]);
        await engine.CheckedAsync(["network", "create", bystanders.name]);
        // Never started: a container that does not run is what a careless clean-up takes first.
        await engine.CheckedAsync(["create", "--name", bystanders.name, "--network", bystanders.name, "--volume", $"{bystanders.name}:/data", image]);
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

    /// <summary>Other tests may use the same engine at the same time: what names another owner is not the rehearsal's.</summary>
    private async Task<bool> IsOfOthersAsync(string kind, string id)
    {
        var found = await engine.RunAsync([kind, "inspect", id]);
        return !found.Succeeded || found.Output.Contains("org.testcontainers", StringComparison.Ordinal)
            || found.Output.Contains($"\"{Labels.Purpose}\": \"{Purposes.Test}\"", StringComparison.Ordinal)
            || found.Output.Contains($"\"{Labels.Purpose}\": \"{Purposes.Sandbox}\"", StringComparison.Ordinal);
    }

    /// <summary>Anonymous volumes carry no label; one that a container uses is that container's, which was looked at already.</summary>
    private async Task<bool> IsInUseAsync(string volume) =>
        (await engine.CheckedAsync(["ps", "--all", "--quiet", "--filter", $"volume={volume}"])).Output.Length > 0;
}
