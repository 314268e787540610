using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>One container that a service wants, wanted or has had, as the Swarm's managers see it.</summary>
/// <param name="Id">Of the task.</param>
/// <param name="Node">Id of the machine that it was given to; empty before that.</param>
/// <param name="State">For example starting, running, failed.</param>
/// <param name="Desired">What the managers want of it: running, shutdown, ...</param>
/// <param name="Container">What it is made from; equal to the service's own where nothing newer was asked for.</param>
/// <param name="ExitCode">Of its program; null while that runs, and where it never began.</param>
/// <param name="Error">What the engine says of it, or nothing.</param>
/// <param name="Since">Of its state.</param>
public sealed record SwarmTask(string Id, string Node, string State, string Desired, JsonNode Container, int? ExitCode, string Error, DateTimeOffset Since)
{
    /// <summary>Its program is at work: it is healthy, where the image has a check, or is being drained.</summary>
    public bool IsRunning => State == "running";

    public bool IsWanted => Desired is "running" or "ready" or "complete";

    public bool HasEnded => State is "complete" or "failed" or "rejected" or "shutdown" or "orphaned" or "remove";

    /// <summary>As the service names it: an id, or a reference with a digest.</summary>
    public string Image => Container[nameof(Image)]?.ToString() ?? "";
}
