using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>What a service is to be, and how far the managers are with it.</summary>
/// <param name="Container">What its tasks are made from.</param>
/// <param name="Replicas">How many are wanted.</param>
/// <param name="Update">updating, completed, rollback_started, rollback_completed, paused, rollback_paused; null where no task had to be exchanged.</param>
/// <param name="Message">The managers' sentence about the update.</param>
public sealed record SwarmServiceState(JsonNode Container, int Replicas, string? Update, string Message);
