namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>On which machines the replicas of a service run.</summary>
/// <param name="ByNode">How many run on each machine that could have one; machines that have none among them.</param>
public sealed record ReplicaSpread(IReadOnlyDictionary<string, int> ByNode)
{
    /// <param name="tasks">Of the service.</param>
    /// <param name="nodes">Ids of the machines that take work.</param>
    public static ReplicaSpread Of(IEnumerable<SwarmTask> tasks, IEnumerable<string> nodes)
    {
        var running = tasks.Where(task => task.IsRunning && task.IsWanted).CountBy(task => task.Node).ToDictionary();
        return new ReplicaSpread(nodes.Union(running.Keys).Order(StringComparer.Ordinal).ToDictionary(node => node, node => running.GetValueOrDefault(node)));
    }

    /// <summary>No machine has two more than another: one that ends takes no more than its share.</summary>
    public bool IsEven => ByNode.Count > 0 && ByNode.Values.Max() - ByNode.Values.Min() <= 1 && ByNode.Values.Sum() > 0;

    public override string ToString() => string.Join(", ", ByNode.Select(node => $"{node.Value} on {node.Key}"));
}
