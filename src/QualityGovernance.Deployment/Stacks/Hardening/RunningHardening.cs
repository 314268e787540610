using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>Asks the rules of the containers that run, and puts what was seen on record, so that whoever reads the receipts sees which rule was asked of which container.</summary>
internal static class RunningHardening
{
    /// <summary>The observation that holds the rules kept, for each container.</summary>
    public const string Observation = "container-rules";

    /// <exception cref="StepFailedException">A container does not keep a rule.</exception>
    public static async Task AssertAsync(ContainerEngine engine, IReadOnlyList<ContainerFacts> containers, StepContext context, CancellationToken cancellation)
    {
        var setups = new List<ContainerSetup>();
        foreach (var container in containers)
            setups.Add(await RunningContainers.InspectAsync(engine, container.Id, cancellation));
        var breaches = HardeningRules.Broken(setups);
        context.Observe(Observation, string.Join("; ", setups.Select(setup => $"{setup.Where}: {string.Join(' ', Kept(setup, breaches))}")));
        foreach (var rule in HardeningRules.All)
            context.Log($"{rule.Id} {rule.Title}: {(breaches.Any(breach => breach.Rule == rule.Id) ? "broken" : "kept")} by {string.Join(", ", setups.Select(setup => setup.Where))}");
        if (breaches.Count > 0)
            throw new StepFailedException($"A container runs with more than it needs: {breaches[0]}.", [.. breaches.Skip(1).Select(breach => breach.ToString())]);
    }

    private static IEnumerable<string> Kept(ContainerSetup setup, IReadOnlyList<HardeningBreach> breaches) =>
        HardeningRules.All.Select(rule => rule.Id).Where(id => !breaches.Any(breach => breach.Where == setup.Where && breach.Rule == id));
}
