using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>Whether an engine is a manager of a Swarm, which is what environments run on.</summary>
public sealed class SwarmMembership(ContainerEngine engine)
{
    /// <returns>Id of this machine in its Swarm.</returns>
    /// <exception cref="DeploymentException">It is in none, or no manager of it.</exception>
    public async Task<string> RequireManagerAsync(CancellationToken cancellation = default)
    {
        var swarm = await SwarmAsync(cancellation);
        if (swarm?["LocalNodeState"]?.ToString() != "active")
            throw new DeploymentException($"Environments run as a Swarm, and this engine is in none (state: {swarm?["LocalNodeState"]?.ToString() ?? "unknown"}).", "./build.sh SwarmInit");
        return swarm["ControlAvailable"]?.GetValue<bool>() == true && swarm["NodeID"]?.ToString() is { Length: > 0 } id
            ? id
            : throw new DeploymentException("This engine is a worker of a Swarm, and environments are changed from a manager. Run the same command there.");
    }

    /// <summary>Makes this engine the first manager of a Swarm; one that is in a Swarm stays as it is.</summary>
    /// <param name="address">That other machines reach this one under.</param>
    /// <param name="cancellation">Stops the program.</param>
    /// <returns>Whether anything was changed.</returns>
    public async Task<bool> InitAsync(string address, CancellationToken cancellation = default)
    {
        if ((await SwarmAsync(cancellation))?["LocalNodeState"]?.ToString() == "active")
            return false;
        await engine.CheckedAsync(["swarm", "init", "--advertise-addr", address], timeout: TimeSpan.FromMinutes(2), cancellation: cancellation);
        return true;
    }

    private async Task<JsonNode?> SwarmAsync(CancellationToken cancellation) =>
        JsonNode.Parse((await engine.CheckedAsync(["info", "--format", "{{json .Swarm}}"], cancellation: cancellation)).Output);
}
