using System.Globalization;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Images.StandIns;

namespace QualityGovernance.EndToEnd.Tests.Machines;

/// <summary>A Swarm of two machines: a manager and a worker, which reach each other, the host, and nothing else.</summary>
internal sealed class TwoMachines : IAsyncDisposable
{
    private const string Prefix = "qgpm";

    private TwoMachines(TestMachine first, TestMachine second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The manager.</summary>
    public TestMachine First { get; }

    public TestMachine Second { get; }

    public static async Task<TwoMachines> StartAsync(ContainerEngine host, string product)
    {
        var runner = host.Runner;
        await SweepAsync(runner);
        var own = Environment.ProcessId;
        var network = own % 80 * 3;
        TestMachine New(char letter, int offset) => new(runner, $"{Prefix}{own}{letter}", FolderOf($"{Prefix}{own}{letter}"), network + offset);
        var machines = new TwoMachines(New('a', 0), New('b', 1));
        await Task.WhenAll(machines.First.StartAsync(), machines.Second.StartAsync());
        var (here, there) = ($"10.213.{network + 2}.1", $"10.213.{network + 2}.2");
        await machines.First.ConnectAsync(machines.Second, here, there);
        await machines.First.Engine.CheckedAsync(["swarm", "init", "--advertise-addr", here], timeout: TimeSpan.FromMinutes(2));
        var token = (await machines.First.Engine.CheckedAsync(["swarm", "join-token", "--quiet", "worker"])).Output.Trim();
        await machines.Second.Engine.CheckedAsync(["swarm", "join", "--token", token, "--advertise-addr", there, $"{here}:2377"], timeout: TimeSpan.FromMinutes(2));
        await machines.EquipAsync(host, product);
        return machines;
    }

    /// <summary>Id of a machine in the Swarm.</summary>
    public static async Task<string> NodeAsync(TestMachine machine) => (await machine.Engine.CheckedAsync(["info", "--format", "{{.Swarm.NodeID}}"])).Output.Trim();

    public async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
    }

    /// <summary>The machines have no registry: the images come from the host. Where a deployment asks whether base images are there, the database's is the only one that it uses.</summary>
    private async Task EquipAsync(ContainerEngine host, string product)
    {
        var postgres = (await new BaseImages(host, new Machine(), Checkout.Root, _ => { }).PresentAsync())!.Postgres;
        var proxy = await new ProxyImage(host, new Machine(), _ => { }).EnsureAsync();
        await First.LoadAsync(host, postgres, PostgresRecipe.ImageName, RuntimeRecipe.ImageName, SdkRecipe.ImageName);
        await First.LoadAsync(host, product);
        foreach (var machine in new[] { First, Second })
            await machine.LoadAsync(host, proxy, ProxyRecipe.ImageName);
    }

    private static string FolderOf(string name) => Path.Combine(Path.GetTempPath(), "qgp-machine-" + name);

    /// <summary>What a test left that was killed: its process is gone, and its machines are not.</summary>
    private static async Task SweepAsync(ICommandRunner runner)
    {
        var listed = await runner.CheckedAsync(Command.Of("ip", "netns", "list"));
        foreach (var name in listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            if (int.TryParse(name[Prefix.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var owner) && !Directory.Exists($"/proc/{owner}"))
                await TestMachine.RemoveAsync(runner, name, FolderOf(name));
        }
    }
}
