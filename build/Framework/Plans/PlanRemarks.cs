using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Says why a target stands in a plan, and what may keep it from running.</summary>
internal static class PlanRemarks
{
    public static IEnumerable<string> Of(ExecutableTarget target, IReadOnlyList<ExecutableTarget> plan)
    {
        if (target.Status == ExecutionStatus.Skipped)
            yield return $"skipped {target.Skipped}";
        if (target.Invoked)
            yield return "asked for";
        else if (target.IsDefault && !plan.Any(x => x.Invoked))
            yield return "the default";
        var dependants = plan.Where(x => x.ExecutionDependencies.Contains(target)).Select(x => x.Name).ToList();
        if (dependants.Count > 0)
            yield return $"needed by {dependants.JoinCommaAnd()}";
        var sources = plan.Where(x => x.Triggers.Contains(target)).Select(x => x.Name).ToList();
        if (sources.Count > 0)
            yield return $"triggered by {sources.JoinCommaAnd()}";
        foreach (var (text, _) in Enumerable.Concat(target.StaticConditions, target.DynamicConditions))
            yield return $"only when {text}";
        if (target.AssuredAfterFailure)
            yield return "runs even after a failure";
        if (target.ProceedAfterFailure)
            yield return "its failure does not stop the others";
    }
}
