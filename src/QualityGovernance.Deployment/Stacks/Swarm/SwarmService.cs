using System.Globalization;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>A service of a Swarm, asked for what it is and what it does.</summary>
/// <param name="engine">A manager of the Swarm.</param>
/// <param name="name">Of the service.</param>
public sealed class SwarmService(ContainerEngine engine, string name)
{
    public string Name => name;

    /// <returns>Null where there is no such service.</returns>
    public async Task<SwarmServiceState?> StateAsync(CancellationToken cancellation = default)
    {
        var result = await engine.RunAsync(["service", "inspect", name], cancellation: cancellation);
        if (!result.Succeeded)
            return SwarmAnswers.IsAbsence(result) ? null : throw new CommandFailedException($"{engine.Client} service inspect {name}", result);
        var service = JsonNode.Parse(result.Output)![0]!;
        var update = service["UpdateStatus"];
        return new SwarmServiceState(
            service["Spec"]!["TaskTemplate"]!["ContainerSpec"]!,
            (int?)service["Spec"]!["Mode"]?["Replicated"]?["Replicas"] ?? 0,
            update?["State"]?.ToString() is { Length: > 0 } state ? state : null,
            update?["Message"]?.ToString() ?? "");
    }

    /// <summary>All that the managers still remember, newest first; those of machines that are gone are left out, for nothing runs there any more.</summary>
    public async Task<IReadOnlyList<SwarmTask>> TasksAsync(CancellationToken cancellation = default)
    {
        var listed = await engine.RunAsync(["service", "ps", "--quiet", "--no-trunc", name], cancellation: cancellation);
        var ids = listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length == 0)
            return listed.Succeeded || SwarmAnswers.IsAbsence(listed) ? [] : throw new CommandFailedException($"{engine.Client} service ps {name}", listed);

        // Old tasks are forgotten at any time, also between the two questions: what is answered is the rest.
        var inspected = await engine.RunAsync(["inspect", "--type", "task", .. ids], cancellation: cancellation);
        if (!inspected.Succeeded && !SwarmAnswers.IsAbsence(inspected))
            throw new CommandFailedException($"{engine.Client} inspect --type task", inspected);
        var nodes = await SwarmAnswers.ReadyNodesAsync(engine, cancellation);
        return [.. JsonNode.Parse(inspected.Output)!.AsArray().Select(task => Read(task!)).Where(task => task.Node.Length == 0 || nodes.Contains(task.Node)).OrderByDescending(task => task.Since)];
    }

    /// <summary>What a task wrote, as far as its machine still has it.</summary>
    public async Task<IReadOnlyList<string>> LogsAsync(string task, int tail, CancellationToken cancellation = default)
    {
        var lines = new List<string>();
        var result = await engine.RunAsync(["service", "logs", "--raw", "--tail", $"{tail}", task], lines.Add, cancellation: cancellation);
        return result.Succeeded ? lines : [];
    }

    /// <summary>Asks the managers for what the service was before its last update.</summary>
    /// <returns>False: there is nothing before it.</returns>
    public async Task<bool> RollBackAsync(CancellationToken cancellation = default)
    {
        var result = await engine.RunAsync(["service", "rollback", "--detach", "--quiet", name], cancellation: cancellation);
        return result.Succeeded || (result.Error.Contains("previous spec", StringComparison.OrdinalIgnoreCase) ? false : throw new CommandFailedException($"{engine.Client} service rollback {name}", result));
    }

    private static SwarmTask Read(JsonNode task)
    {
        var status = task["Status"]!;
        return new SwarmTask(
            task["ID"]!.ToString(),
            task["NodeID"]?.ToString() ?? "",
            status["State"]!.ToString(),
            task["DesiredState"]!.ToString(),
            task["Spec"]!["ContainerSpec"]!,
            status["State"]!.ToString() is "complete" or "failed" ? (int?)status["ContainerStatus"]?["ExitCode"] : null,
            status["Err"]?.ToString() ?? "",
            DateTimeOffset.TryParse(status["Timestamp"]?.ToString(), CultureInfo.InvariantCulture, out var since) ? since : default);
    }
}
