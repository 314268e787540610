namespace QualityGovernance.Deployment.Engine;

public sealed partial class ContainerEngine
{
    /// <summary>Running or not, that carry all of these labels; oldest first.</summary>
    public async Task<IReadOnlyList<ContainerFacts>> ContainersAsync(IReadOnlyDictionary<string, string> labels, CancellationToken cancellation = default)
    {
        var ids = await ListAsync(["ps", "--all", "--quiet", "--no-trunc"], labels, cancellation);
        var containers = new List<ContainerFacts>();
        foreach (var id in ids.Reverse())
        {
            if (await ContainerAsync(id, cancellation) is { } container)
                containers.Add(container);
        }

        return containers;
    }

    /// <returns>Null when there is no such container.</returns>
    public async Task<ContainerFacts?> ContainerAsync(string idOrName, CancellationToken cancellation = default)
    {
        var result = await RunAsync(["container", "inspect", idOrName], cancellation: cancellation);
        if (result.Succeeded)
            return EngineJson.Container(result.Output);
        return IsAbsence(result) ? null : throw new CommandFailedException($"{client} container inspect {idOrName}", result);
    }

    /// <summary>The last lines of both streams of a container, in the order they were written.</summary>
    public async Task<IReadOnlyList<string>> LogsAsync(string id, int tail = 50, CancellationToken cancellation = default)
    {
        var lines = new List<string>();
        await CheckedAsync(["logs", "--tail", $"{tail}", id], lines.Add, cancellation: cancellation);
        return lines;
    }

    /// <summary>Stops and removes a container and its anonymous volumes. Named volumes stay.</summary>
    public Task RemoveContainerAsync(string id, CancellationToken cancellation = default) =>
        RemoveAsync(["rm", "--force", "--volumes", id], cancellation);

    /// <summary>Asks the program to end, and kills it after the given time.</summary>
    public Task RestartAsync(string id, TimeSpan patience, CancellationToken cancellation = default) =>
        CheckedAsync(["restart", "-t", $"{patience.TotalSeconds:0}", id], timeout: Quick + patience, cancellation: cancellation);

    public Task StopAsync(string id, TimeSpan patience, CancellationToken cancellation = default) =>
        CheckedAsync(["stop", "-t", $"{patience.TotalSeconds:0}", id], timeout: Quick + patience, cancellation: cancellation);

    /// <summary>Runs a program inside a running container.</summary>
    public Task<CommandResult> ExecAsync(string id, IReadOnlyList<string> command, TimeSpan? timeout = null, CancellationToken cancellation = default) =>
        RunAsync(["exec", id, .. command], timeout: timeout, cancellation: cancellation);

    /// <summary>Runs a container to its end, or in the background.</summary>
    public Task<CommandResult> RunContainerAsync(
        ContainerRun run, Action<string>? onLine = null, TimeSpan? timeout = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var command = new Command(client, run.Arguments()) { Environment = run.Environment!, StandardInput = run.Input, WriteInput = run.WriteInput, Timeout = timeout ?? Quick };
        return runner.RunAsync(command, onLine, cancellation);
    }
}
