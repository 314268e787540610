using System.Diagnostics;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.EndToEnd.Tests.Machines;

/// <summary>
/// A machine with an engine of its own, as far as a network, an engine and everything that it runs are one: a network namespace in which another engine
/// works in folders of its own. Root makes it, and nothing of it is left.
/// </summary>
internal sealed class TestMachine : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly ICommandRunner runner;
    private readonly string name;
    private readonly string folder;
    private readonly int network;
    private Process? engine;

    /// <param name="runner">Runs the programs of this machine.</param>
    /// <param name="name">Of the namespace, and of the end of its line to the host.</param>
    /// <param name="folder">Holds everything of its engine.</param>
    /// <param name="network">The third number of its addresses: 0 to 255, its own.</param>
    public TestMachine(ICommandRunner runner, string name, string folder, int network)
    {
        this.runner = runner;
        this.name = name;
        this.folder = folder;
        this.network = network;
        Runner = new EnvironmentRunner(runner, new Dictionary<string, string?> { ["DOCKER_HOST"] = $"unix://{folder}/docker.sock", ["DOCKER_CONTEXT"] = null });
        Engine = new ContainerEngine(Runner);
    }

    public string Name => name;

    /// <summary>Runs programs that speak to this machine's engine.</summary>
    public ICommandRunner Runner { get; }

    public ContainerEngine Engine { get; }

    /// <summary>Under which the host reaches it.</summary>
    public string Address => $"10.213.{network}.1";

    /// <summary>Under which it reaches the host.</summary>
    public string HostAddress => $"10.213.{network}.254";

    public async Task StartAsync()
    {
        await IpAsync("netns", "add", name);
        await IpAsync("link", "add", name, "type", "veth", "peer", "name", "outer", "netns", name);
        await IpAsync("address", "add", $"{HostAddress}/24", "dev", name);
        await IpAsync("link", "set", name, "up");
        await InsideAsync("address", "add", $"{Address}/24", "dev", "outer");
        await InsideAsync("link", "set", "outer", "up");
        await InsideAsync("link", "set", "lo", "up");
        await InsideAsync("route", "add", "default", "via", HostAddress);
        Directory.CreateDirectory(folder);
        engine = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec nsenter --net=/var/run/netns/{name} dockerd {string.Join(' ', EngineOptions)} > {folder}/log 2>&1"]) { UseShellExecute = false })!;
        await new Poll(TimeProvider.System).UntilAsync($"The engine of {name}", AnswersAsync, StartLimit, TimeSpan.FromMilliseconds(300));
    }

    /// <summary>The line to another machine.</summary>
    public async Task ConnectAsync(TestMachine other, string address, string otherAddress)
    {
        await InsideAsync("link", "add", "inner", "type", "veth", "peer", "name", "inner", "netns", other.name);
        await InsideAsync("address", "add", $"{address}/24", "dev", "inner");
        await InsideAsync("link", "set", "inner", "up");
        await other.InsideAsync("address", "add", $"{otherAddress}/24", "dev", "inner");
        await other.InsideAsync("link", "set", "inner", "up");
    }

    /// <summary>Gives it an image of another engine, under these names.</summary>
    public async Task LoadAsync(ContainerEngine from, string image, params string[] names)
    {
        var archive = Path.Combine(folder, "image.tar");
        await from.CheckedAsync(["save", "--output", archive, image], timeout: TimeSpan.FromMinutes(3));
        await Engine.CheckedAsync(["load", "--quiet", "--input", archive], timeout: TimeSpan.FromMinutes(3));
        File.Delete(archive);
        foreach (var tag in names)
            await Engine.TagAsync(image, tag);
    }

    /// <summary>As when its power fails: nothing that ran there runs any more, and nobody was told.</summary>
    public async Task DieAsync()
    {
        var containers = Directory.Exists(folder) && engine is { HasExited: false } ? await ContainersAsync() : [];
        await runner.RunAsync(Command.Of("pkill", "-9", "-f", folder + "/"));
        foreach (var process in containers)
            await runner.RunAsync(Command.Of("kill", "-9", process));
        await runner.RunAsync(Command.Of("ip", "-n", name, "link", "set", "inner", "down"));
    }

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        engine?.Dispose();
        await RemoveAsync(runner, name, folder);
    }

    /// <summary>Removes what is left of a machine, also of one whose test was killed.</summary>
    public static async Task RemoveAsync(ICommandRunner runner, string name, string folder)
    {
        await runner.RunAsync(Command.Of("pkill", "-9", "-f", folder + "/"));
        await new Poll(TimeProvider.System).UntilAsync($"The folder of {name} being released", Release, TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(300));
        await runner.RunAsync(Command.Of("ip", "netns", "delete", name));
        await runner.RunAsync(Command.Of("ip", "link", "delete", name));

        async Task<ProbeResult> Release(CancellationToken cancellation)
        {
            foreach (var mount in (await File.ReadAllLinesAsync("/proc/self/mounts", cancellation)).Select(line => line.Split(' ')[1]).Where(mount => mount.StartsWith(folder + "/", StringComparison.Ordinal)).Reverse())
                await runner.RunAsync(Command.Of("umount", "--lazy", mount), cancellation: cancellation);
            var removed = await runner.RunAsync(Command.Of("rm", "-rf", folder), cancellation: cancellation);
            return removed.Succeeded ? ProbeResult.Ready("it is gone") : ProbeResult.NotYet(removed.LastWords(1));
        }
    }

    /// <summary>Networks of its own, so that none of the host's is hidden behind one of the same number.</summary>
    private string[] EngineOptions =>
    [
        "--data-root", $"{folder}/data", "--exec-root", $"{folder}/exec", "--pidfile", $"{folder}/pid", "--host", $"unix://{folder}/docker.sock",
        "--bip", $"10.214.{network}.1/24", "--default-address-pool", $"base=10.215.{network}.0/24,size=26",
    ];

    private async Task<ProbeResult> AnswersAsync(CancellationToken cancellation) => (await Engine.RunAsync(["version"], cancellation: cancellation)) is { Succeeded: false } silent
        ? engine!.HasExited ? ProbeResult.NotYet($"it has ended: {await File.ReadAllTextAsync($"{folder}/log", cancellation)}") : ProbeResult.NotYet(silent.LastWords(1))
        : ProbeResult.Ready("it answers");

    private async Task<string[]> ContainersAsync()
    {
        var ids = (await Engine.CheckedAsync(["ps", "--quiet"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ids.Length == 0 ? [] : (await Engine.RunAsync(["inspect", "--format", "{{.State.Pid}}", .. ids])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private Task IpAsync(params string[] arguments) => runner.CheckedAsync(Command.Of("ip", arguments));

    private Task InsideAsync(params string[] arguments) => IpAsync(["-n", name, .. arguments]);
}
