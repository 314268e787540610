using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Drills.Deployment;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Probing.Load;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Stacks.Swarm;

namespace QualityGovernance.EndToEnd.Tests.Machines;

/// <summary>An environment on two machines, deployed by the product from its own stack file, with a database on the host and an account that works with it.</summary>
internal sealed class MachineEnvironment : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly StackCheckout checkout = new();
    private readonly TwoMachines machines;
    private readonly ContainerEngine host;
    private readonly DrillServer server;
    private readonly TcpRelay relay;
    private readonly DeployGround ground;

    private MachineEnvironment(TwoMachines machines, ContainerEngine host, string head, string image)
    {
        this.machines = machines;
        this.host = host;
        var mask = new SecretMask();
        var port = FreePort.Find();
        server = new DrillServer(host, machines.First.HostAddress, mask);
        relay = new TcpRelay(port, machines.First.Address);
        var options = new DeployDrillOptions(checkout.Root, Path.Combine(checkout.Root, "drill"), Path.Combine(checkout.Root, "runs"), image) { RolloutDeadline = TimeSpan.FromSeconds(60) };
        var description = DeployGround.Describe(options, Stack, port) with { Settings = new Dictionary<string, string> { ["LOG_LEVEL"] = "INFO" } };
        ground = new DeployGround(options, machines.First.Engine, new Machine(), mask, TimeProvider.System, Console, description, server, new ReleaseVariants(machines.First.Engine, head, Stack, machines.First.Name, checkout.Root));
    }

    public RecordingConsole Console { get; } = new();

    public ServiceLoad Load => ground.Load ?? throw new InvalidOperationException("Nobody works with the environment yet.");

    private string Stack => "qgp-two-" + machines.First.Name;

    public static async Task<MachineEnvironment> DeployAsync(TwoMachines machines, ContainerEngine host, string image)
    {
        var environment = new MachineEnvironment(machines, host, await ReleaseVariants.HeadAsync(host, image, CancellationToken.None), image);
        var postgres = (await new BaseImages(host, new Machine(), Checkout.Root, _ => { }).PresentAsync())!.Postgres;
        await environment.server.StartAsync(postgres, environment.Stack, TimeProvider.System, CancellationToken.None);
        (await environment.DeployAsync(DeployGround.Stable)).ExitCode.ShouldBe(3, environment.Console.Text);
        environment.ground.Load = new ServiceLoad(await new DrillUser(environment.ground).LogInAsync(CancellationToken.None), environment.Stack, TimeProvider.System);
        return environment;
    }

    /// <summary>Both machines have the image before anything is deployed, as <c>docs/scaling-out.md</c> asks of whoever has no registry.</summary>
    public async Task<ProcedureResult> DeployAsync(string tag)
    {
        var release = await ground.Releases.MakeAsync(tag, ground.Options.Image, "", CancellationToken.None);
        await machines.Second.LoadAsync(machines.First.Engine, release.ImageId);
        return await ground.DeployAsync(tag, CancellationToken.None);
    }

    /// <summary>Requests to one machine's proxy.</summary>
    public LoadDriver Drive(TestMachine machine, int rate = 25) => new(new LoadPlan(AddressOf(machine), rate, Load.Mix, TimeSpan.FromSeconds(30), ground.NewHandler), TimeProvider.System);

    /// <summary>One request to one machine's proxy.</summary>
    public async Task<string> VersionAsync(TestMachine machine, string? requestId = null)
    {
        using var client = new HttpClient(ground.NewHandler()) { BaseAddress = AddressOf(machine) };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/meta/version", UriKind.Relative));
        if (requestId is not null)
            request.Headers.Add("X-Request-ID", requestId);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["build_id"]!.ToString();
    }

    public async Task<IReadOnlyList<string>> MissingWritesAsync()
    {
        using var client = new HttpClient(ground.NewHandler()) { BaseAddress = AddressOf(machines.First) };
        return await Load.MissingAsync(client, CancellationToken.None);
    }

    /// <summary>What the replicas on a machine have logged.</summary>
    public static async Task<string> LogsAsync(TestMachine machine)
    {
        var ids = (await machine.Engine.CheckedAsync(["ps", "--quiet", "--filter", "label=qgp.purpose=environment", "--filter", "expose=8000"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(await Task.WhenAll(ids.Select(async id => (await machine.Engine.RunAsync(["logs", id])) is var logs ? logs.Output + logs.Error : "")));
    }

    public async Task<ReplicaSpread> SpreadAsync() => ReplicaSpread.Of(
        await new SwarmService(machines.First.Engine, Stack + "_app").TasksAsync(),
        (await machines.First.Engine.CheckedAsync(["node", "ls", "--format", "{{.ID}} {{.Status}} {{.Availability}}"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words[1..] is ["Ready", "Active"]).Select(words => words[0]));

    /// <summary>Waits until the replicas are spread as they should be.</summary>
    public Task UntilAsync(string what, Func<ReplicaSpread, bool> isSo) => new Poll(TimeProvider.System).UntilAsync(what, async _ =>
    {
        var spread = await SpreadAsync();
        return isSo(spread) ? ProbeResult.Ready(spread.ToString()) : ProbeResult.NotYet(spread.ToString());
    }, Patience, TimeSpan.FromMilliseconds(500));

    public async ValueTask DisposeAsync()
    {
        await relay.DisposeAsync();
        await host.RemoveAllAsync(Labels.For(Purposes.Drill, Stack), volumes: true);
        server.Dispose();
        checkout.Dispose();
    }

    private Uri AddressOf(TestMachine machine) => new UriBuilder(ground.Environment.LocalAddress) { Host = machine.Address }.Uri;
}
