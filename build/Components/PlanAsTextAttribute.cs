using System;
using System.Collections.Generic;
using System.Linq;
using Nuke.Common;
using Nuke.Common.Execution;

/// <summary>Put on the build, answers <c>--plan</c> in words under the genuine packages too: they write a page, say nothing, and need a browser.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class PlanAsTextAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    /// <summary>Before the packages' own answer, which has 10.</summary>
    public override float Priority { get; set; } = 20;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!GenuineEngine.IsInUse || !Build.Plan) return;
        Console.WriteLine($"{executionPlan.Count} {(executionPlan.Count == 1 ? "target" : "targets")}, in this order:");
        Console.WriteLine();
        var (place, width) = ($"{executionPlan.Count}".Length, executionPlan.Max(x => x.Name.Length));
        foreach (var (index, target) in executionPlan.Index())
            Console.WriteLine($"  {$"{index + 1}".PadLeft(place)}. {target.Name.PadRight(width)}   {string.Join(", ", Remarks(target, executionPlan))}".TrimEnd());
        Environment.Exit(0);
    }

    static IEnumerable<string> Remarks(ExecutableTarget target, IReadOnlyCollection<ExecutableTarget> plan)
    {
        if (target.Invoked) yield return "asked for";
        else if (target.IsDefault && !plan.Any(x => x.Invoked)) yield return "the default";
        if (plan.Where(x => x.ExecutionDependencies.Contains(target)).Select(x => x.Name).ToList() is { Count: > 0 } dependants) yield return $"needed by {string.Join(" and ", dependants)}";
        if (plan.Where(x => x.Triggers.Contains(target)).Select(x => x.Name).ToList() is { Count: > 0 } sources) yield return $"triggered by {string.Join(" and ", sources)}";
        foreach (var (text, _) in target.StaticConditions.Concat(target.DynamicConditions)) yield return $"only when {text}";
        if (target.AssuredAfterFailure) yield return "runs even after a failure";
    }
}
