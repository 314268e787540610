using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>
/// Puts the targets that are to run in order. Of two targets that do not depend on each other, the one defined later comes
/// first; the order on the command line plays no part.
/// </summary>
internal static class ExecutionPlanner
{
    /// <param name="targets">All targets, in the order of their definition.</param>
    /// <param name="invoked">The targets asked for; null stands for the default ones.</param>
    /// <param name="strict">Whether an order that is not unique is an error.</param>
    public static IReadOnlyList<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> targets, IReadOnlyList<ExecutableTarget> invoked, bool strict)
    {
        foreach (var target in invoked ?? [])
            target.Invoked = true;
        var sorted = Sort(targets, strict);
        var wanted = (invoked ?? targets.Where(x => x.IsDefault)).ToHashSet();
        List<ExecutableTarget> plan;
        while (true)
        {
            plan = Select(sorted, wanted);
            var triggered = plan.SelectMany(x => x.Triggers).Except(plan).ToList();
            if (triggered.Count == 0)
                break;
            wanted = [.. plan, .. triggered];
        }
        plan.ForEach(x => x.Status = ExecutionStatus.Scheduled);
        return plan;
    }

    // The last target to run comes first: each one is taken when nothing that is left depends on it.
    private static List<ExecutableTarget> Sort(IReadOnlyList<ExecutableTarget> targets, bool strict)
    {
        var remaining = targets.ToList();
        var dependants = targets.ToDictionary(x => x, _ => 0);
        foreach (var dependency in targets.SelectMany(x => x.AllDependencies.Distinct()))
            dependants[dependency]++;
        var sorted = new List<ExecutableTarget>();
        while (remaining.Count > 0)
        {
            var independent = remaining.Where(x => dependants[x] == 0).ToList();
            if (independent.Count == 0)
                throw new BuildUsageException(DescribeCycles(remaining));
            if (strict && independent.Count > 1)
                throw new BuildUsageException($"The order of these targets is not defined: {independent.Select(x => x.Name).JoinCommaAnd()}. Add dependencies between them.");
            var next = independent[0];
            remaining.Remove(next);
            sorted.Add(next);
            foreach (var dependency in next.AllDependencies.Distinct())
                dependants[dependency]--;
        }
        return sorted;
    }

    private static List<ExecutableTarget> Select(List<ExecutableTarget> sorted, HashSet<ExecutableTarget> wanted)
    {
        var needed = new HashSet<ExecutableTarget>(wanted);
        var plan = new List<ExecutableTarget>();
        foreach (var target in sorted.Where(needed.Contains))
        {
            plan.Add(target);
            needed.UnionWith(target.ExecutionDependencies);
        }
        plan.Reverse();
        return plan;
    }

    private static List<string> DescribeCycles(List<ExecutableTarget> remaining)
    {
        var cycles = remaining
            .Select(x => (Target: x, Reached: Reach(x)))
            .Where(x => x.Reached.Contains(x.Target))
            .GroupBy(x => string.Join(", ", x.Reached.Where(y => Reach(y).Contains(x.Target)).Select(y => y.Name).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(x => $" - {x.Key}");
        return ["Circular dependencies between targets:", .. cycles];
    }

    private static HashSet<ExecutableTarget> Reach(ExecutableTarget start)
    {
        var reached = new HashSet<ExecutableTarget>();
        var open = new Stack<ExecutableTarget>([start]);
        while (open.TryPop(out var target))
        {
            foreach (var dependency in target.AllDependencies.Where(reached.Add))
                open.Push(dependency);
        }
        return reached;
    }
}
