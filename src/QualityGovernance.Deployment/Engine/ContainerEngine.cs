using System.Text.Json;

namespace QualityGovernance.Deployment.Engine;

/// <summary>A container engine, spoken to over the docker program. Knows nothing of this product but its labels.</summary>
/// <param name="runner">Runs the program.</param>
/// <param name="client">The docker binary: a name on PATH, or the path that <see cref="DockerClients"/> chose.</param>
public sealed partial class ContainerEngine(ICommandRunner runner, string client = "docker")
{
    /// <summary>For questions that an engine answers from memory. A loaded machine takes its time.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(60);

    public string Client => client;

    public ICommandRunner Runner => runner;

    /// <summary>Any docker command that has to succeed.</summary>
    public Task<CommandResult> CheckedAsync(
        IReadOnlyList<string> arguments, Action<string>? onLine = null, TimeSpan? timeout = null, CancellationToken cancellation = default) =>
        runner.CheckedAsync(new Command(client, arguments) { Timeout = timeout ?? Quick }, onLine, cancellation);

    /// <summary>Any docker command; the caller judges its exit code.</summary>
    public Task<CommandResult> RunAsync(
        IReadOnlyList<string> arguments, Action<string>? onLine = null, TimeSpan? timeout = null, CancellationToken cancellation = default) =>
        runner.RunAsync(new Command(client, arguments) { Timeout = timeout ?? Quick }, onLine, cancellation);

    /// <summary>Who answers. Compose is not asked here.</summary>
    /// <exception cref="EngineUnavailableException">Nobody does; says whether the client or the engine is missing, or the right to talk to it.</exception>
    public async Task<EngineFacts> FactsAsync(IReadOnlyList<string>? otherClients = null, CancellationToken cancellation = default)
    {
        try
        {
            var version = await RunAsync(["version", "--format", "{{json .}}"], cancellation: cancellation);
            var info = version.Succeeded ? await RunAsync(["info", "--format", "{{json .}}"], cancellation: cancellation) : version;
            if (!info.Succeeded)
                throw new EngineUnavailableException($"the client {client} is there, and no engine answers it. {info.LastWords()}");
            return EngineJson.Facts(client, version.Output, info.Output, otherClients ?? []);
        }
        catch (CommandNotFoundException e)
        {
            throw new EngineUnavailableException("there is no docker program on PATH.", e);
        }
        catch (CommandTimedOutException e)
        {
            throw new EngineUnavailableException($"it does not answer. {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new EngineUnavailableException($"\"{client} version\" did not answer in JSON, as engines from 20.10 on do. {e.Message}", e);
        }
    }

    /// <summary>Everything that the engine holds now, ours or not.</summary>
    public async Task<Inventory> InventoryAsync(CancellationToken cancellation = default)
    {
        async Task<IReadOnlySet<string>> Lines(params string[] arguments) =>
            Split((await CheckedAsync(arguments, cancellation: cancellation)).Output).ToHashSet();
        return new Inventory(
            await Lines("ps", "--all", "--no-trunc", "--format", "{{.ID}} {{.Names}}"),
            await Lines("volume", "ls", "--format", "{{.Name}}"),
            await Lines("network", "ls", "--no-trunc", "--format", "{{.ID}} {{.Name}}"));
    }

    /// <summary>Names of the volumes that carry all of these labels.</summary>
    public Task<IReadOnlyList<string>> VolumesAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellation = default) =>
        ListAsync(["volume", "ls", "--quiet"], labels, cancellation);

    /// <summary>Ids of the networks that carry all of these labels.</summary>
    public Task<IReadOnlyList<string>> NetworksAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellation = default) =>
        ListAsync(["network", "ls", "--quiet", "--no-trunc"], labels, cancellation);

    public Task RemoveVolumeAsync(string name, CancellationToken cancellation = default) =>
        RemoveAsync(["volume", "rm", name], cancellation);

    public Task RemoveServiceAsync(string name, CancellationToken cancellation = default) =>
        RemoveAsync(["service", "rm", name], cancellation);

    public Task RemoveSecretAsync(string name, CancellationToken cancellation = default) =>
        RemoveAsync(["secret", "rm", name], cancellation);

    public Task RemoveNetworkAsync(string id, CancellationToken cancellation = default) =>
        RemoveAsync(["network", "rm", id], cancellation);

    /// <summary>
    /// Removes every container, network and volume that carries all of these labels, and returns a line for each. Nothing without <see cref="Labels.Project"/> can be named.
    /// </summary>
    public async Task<IReadOnlyList<string>> RemoveAllAsync(IReadOnlyDictionary<string, string> labels, bool volumes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.GetValueOrDefault(Labels.Project) != Labels.ProjectName)
            throw new ArgumentException($"Only what carries {Labels.Project}={Labels.ProjectName} may be removed.", nameof(labels));
        var removed = new List<string>();
        foreach (var container in await ContainersAsync(labels, cancellation))
        {
            await RemoveContainerAsync(container.Id, cancellation);
            removed.Add($"container {container.Name}");
        }

        foreach (var network in await NetworksAsync(labels, cancellation))
        {
            await RemoveNetworkAsync(network, cancellation);
            removed.Add($"network {network[..12]}");
        }

        foreach (var volume in volumes ? await VolumesAsync(labels, cancellation) : [])
        {
            await RemoveVolumeAsync(volume, cancellation);
            removed.Add($"volume {volume}");
        }

        return removed;
    }

    private async Task<IReadOnlyList<string>> ListAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> labels, CancellationToken cancellation)
    {
        var filters = labels.SelectMany(label => new[] { "--filter", $"label={label.Key}={label.Value}" });
        return Split((await CheckedAsync([.. arguments, .. filters], cancellation: cancellation)).Output);
    }

    /// <summary>What is gone already is as good as removed.</summary>
    private async Task RemoveAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var result = await RunAsync(arguments, cancellation: cancellation);
        if (!result.Succeeded && !IsAbsence(result))
            throw new CommandFailedException(new Command(client, arguments).ToString(), result);
    }

    private static bool IsAbsence(CommandResult result) =>
        result.Error.Contains("No such", StringComparison.OrdinalIgnoreCase) || result.Error.Contains("already in progress", StringComparison.OrdinalIgnoreCase) || result.Error.Contains("not found", StringComparison.OrdinalIgnoreCase);

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
