using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>Answers that several questions to a Swarm have in common.</summary>
internal static class SwarmAnswers
{
    public static bool IsAbsence(CommandResult result) =>
        result.Error.Contains("no such", StringComparison.OrdinalIgnoreCase) || result.Error.Contains("not found", StringComparison.OrdinalIgnoreCase);

    /// <summary>Ids of the machines that answer the managers.</summary>
    public static async Task<IReadOnlySet<string>> ReadyNodesAsync(ContainerEngine engine, CancellationToken cancellation)
    {
        var nodes = await engine.CheckedAsync(["node", "ls", "--format", "{{.ID}} {{.Status}}"], cancellation: cancellation);
        return nodes.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is [_, "Ready", ..])
            .Select(words => words[0])
            .ToHashSet();
    }
}
