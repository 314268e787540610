using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Drills.Deployment;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>A staging or a production of a test: its description, its database and its secrets.</summary>
internal sealed class ReleaseEnvironment : IAsyncDisposable
{
    private const string RowsOfTables =
        "SELECT relname, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM public.%I', relname), false, true, '')))[1]::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname;";

    private readonly ContainerEngine engine;
    private readonly string name;
    private readonly string stack;
    private readonly string root;
    private readonly DrillServer server;
    private readonly DatabaseTools tools;
    private readonly Dictionary<string, string> variables;
    private readonly int port = FreePort.Find();

    private ReleaseEnvironment(ContainerEngine engine, string name, string stack, string postgres, string gateway, string root, SecretMask mask, Dictionary<string, string> variables)
    {
        (this.engine, this.name, this.stack, this.root, this.variables) = (engine, name, stack, root, variables);
        server = new DrillServer(engine, gateway, mask);
        tools = new DatabaseTools(engine, postgres, "bridge");
    }

    private string Prefix => $"QGP_{name.ToUpperInvariant()}_";

    public static async Task<ReleaseEnvironment> NewAsync(ContainerEngine engine, string name, string stack, string postgres, string root, SecretMask mask, Dictionary<string, string> variables)
    {
        var environment = new ReleaseEnvironment(engine, name, stack, postgres, await new DefaultNetwork(engine).MachineAddressAsync(), root, mask, variables);
        environment.Describe();
        variables[environment.Prefix + "DATABASE_URL"] = environment.server.Url;
        environment.ChangeSecrets();
        await environment.server.StartAsync(postgres, stack, TimeProvider.System, CancellationToken.None);
        return environment;
    }

    /// <summary>New values in the operator's variables.</summary>
    public void ChangeSecrets()
    {
        foreach (var secret in new[] { "SECRET_KEY", "JWT_SECRET_KEY" })
            variables[Prefix + secret] = RandomNumberGenerator.GetHexString(64);
    }

    /// <summary>The release that answers on the published address.</summary>
    public async Task<string> VersionAsync()
    {
        using var client = new HttpClient();
        return JsonNode.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/api/v1/meta/version")))!["version"]!.ToString();
    }

    /// <summary>What a deployment changes: everything of it on the engine, the database's tables and rows, and the lease and the history.</summary>
    public async Task<string> StateAsync()
    {
        var state = new StringBuilder().AppendLine(await StackListing.OfAsync(engine, stack));
        state.AppendLine((await engine.CheckedAsync(["service", "ls", "--filter", $"label=com.docker.stack.namespace={stack}", "--format", "{{.ID}} {{.Name}} {{.Image}} {{.Replicas}}"])).Output);
        foreach (var row in await tools.QueryAsync(server.Address, RowsOfTables))
            state.AppendJoin(' ', row).AppendLine();
        var kept = Path.Combine(root, "artifacts", "state", name);
        var files = Directory.Exists(kept) ? Directory.EnumerateFiles(kept, "*", SearchOption.AllDirectories) : [];
        // The lock is an empty file that says nothing: who held it and has given it back leaves it.
        foreach (var file in files.Where(file => Path.GetExtension(file) != ".lock").Order(StringComparer.Ordinal))
            state.AppendLine(file).AppendLine(await File.ReadAllTextAsync(file));
        return state.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await engine.RunAsync(["stack", "rm", stack]);
        var stacked = new Dictionary<string, string> { ["com.docker.stack.namespace"] = stack };
        await new Poll(TimeProvider.System).UntilAsync(
            $"The containers of {stack} being gone",
            async token => await engine.ContainersAsync(stacked, token) is { Count: > 0 } left ? ProbeResult.NotYet($"{left.Count} are there") : ProbeResult.Ready("they are gone"),
            TimeSpan.FromMinutes(2),
            TimeSpan.FromMilliseconds(300));
        foreach (var volume in await engine.VolumesAsync(stacked))
            await engine.RemoveVolumeAsync(volume);
        await engine.RemoveAllAsync(Labels.For(Purposes.Drill, stack), volumes: true);
        await new ReleaseImages(engine, new ReleaseStore(Path.Combine(root, "artifacts", "releases"))).KeepAsync(name, [], CancellationToken.None);
        server.Dispose();
    }

    private void Describe()
    {
        var file = Path.Combine(root, ".nuke", "environments", $"{name}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $$"""
            {
              "stack": "{{stack}}", "host": "{{stack}}.example.org", "port": {{port}}, "replicas": 1, "rolloutDeadlineSeconds": 60, "drillMaxAgeDays": 30,
              "settings": { "LOG_LEVEL": "INFO", "CORS_ORIGINS": "https://{{stack}}.example.org" },
              "secrets": { "DATABASE_URL": "{{Prefix}}DATABASE_URL", "SECRET_KEY": "{{Prefix}}SECRET_KEY", "JWT_SECRET_KEY": "{{Prefix}}JWT_SECRET_KEY" }
            }
            """);
    }
}
