using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>Everything on an engine that bears the name of a stack, so that a test sees what a command has left. Replicas come and go by themselves and are left out.</summary>
internal static class StackListing
{
    /// <summary>What the engine lists by name.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["service", "secret", "config", "network", "volume", "container"];

    public static async Task<string> OfAsync(ContainerEngine engine, string stack)
    {
        var things = new List<string>();
        foreach (var kind in Kinds)
        {
            var listed = await engine.CheckedAsync(kind == "container" ? ["container", "ls", "--all", "--format", "{{.Names}}"] : [kind, "ls", "--format", "{{.Name}}"]);
            things.AddRange(listed.Output.Split('\n').Where(name => name.StartsWith(kind == "container" ? $"{stack}-" : stack, StringComparison.Ordinal)).Select(name => $"{kind} {name}"));
        }

        return string.Join('\n', things.Order(StringComparer.Ordinal));
    }
}
