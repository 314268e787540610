using System.Net;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A container registry on 127.0.0.1, made from the operating system's package: engines speak to that address without TLS.</summary>
internal sealed class LocalRegistry : IAsyncDisposable
{
    private readonly ContainerEngine engine;
    private readonly IReadOnlyDictionary<string, string> labels = Labels.For(Purposes.Test, $"registry-{Guid.CreateVersion7():N}");
    private readonly string image = $"qgp-end-to-end-registry:{Guid.CreateVersion7():N}";
    private readonly int port = FreePort.Find();
    private readonly string configuration = Path.GetTempFileName();

    private LocalRegistry(ContainerEngine engine) => this.engine = engine;

    public string Name => $"127.0.0.1:{port}/qgp";

    public static async Task<LocalRegistry> StartAsync(ContainerEngine engine)
    {
        var registry = new LocalRegistry(engine);
        try
        {
            await registry.StartAsync();
            return registry;
        }
        catch
        {
            await registry.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await engine.RemoveAllAsync(labels, volumes: true);
        var names = await engine.CheckedAsync(["image", "ls", "--digests", "--format", "{{.Repository}}:{{.Tag}} {{.Repository}}@{{.Digest}}", $"{Name}/*"]);
        foreach (var name in names.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(name => !name.EndsWith("<none>", StringComparison.Ordinal)).Distinct())
            await engine.RemoveImageAsync(name);
        await engine.RemoveImageAsync(image);
        File.Delete(configuration);
    }

    private string Configuration()
    {
        File.WriteAllText(configuration, "version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: /registry\nhttp:\n  addr: :5000\n");
        return configuration;
    }

    private async Task StartAsync()
    {
        var bases = await new BaseImages(engine, new Machine(), Checkout.Root, _ => { }, _ => { }).EnsureAsync();
        if (bases.Kind == BaseKind.Official)
        {
            await engine.CheckedAsync(["pull", "--quiet", "registry:2"], timeout: TimeSpan.FromMinutes(5));
            await engine.TagAsync("registry:2", image);
        }
        else
        {
            // Two programs with bytes between them: what a shell is for.
            var make = $"mmdebstrap --quiet --variant=extract --include=docker-registry bookworm - | '{engine.Client}' import --change 'LABEL qgp.project=quality-governance qgp.purpose=test' - {image}";
            await engine.Runner.CheckedAsync(Command.Of("sh", "-c", make) with { Timeout = TimeSpan.FromMinutes(5) });
        }

        var run = new ContainerRun(image, labels)
        {
            Detached = true,
            Network = "bridge",
            Entrypoint = bases.Kind == BaseKind.Official ? "registry" : "docker-registry",
            Command = ["serve", "/config.yml"],
            Options = ["--publish", $"127.0.0.1:{port}:5000", "--tmpfs", "/registry", "--volume", $"{Configuration()}:/config.yml:ro"],
        };
        (await engine.RunContainerAsync(run)).Succeeded.ShouldBeTrue();
        using var client = new HttpClient();
        await new Poll(TimeProvider.System).UntilAsync(
            "The registry",
            async token =>
            {
                try
                {
                    using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/v2/"), token);
                    return answer.StatusCode == HttpStatusCode.OK ? ProbeResult.Ready("it answers") : ProbeResult.NotYet($"{answer.StatusCode}");
                }
                catch (HttpRequestException e)
                {
                    return ProbeResult.NotYet(e.Message);
                }
            },
            TimeSpan.FromSeconds(60),
            TimeSpan.FromMilliseconds(200));
    }
}
