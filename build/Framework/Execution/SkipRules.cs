using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Which planned targets are left out, and whom they take with them.</summary>
internal static class SkipRules
{
    /// <param name="plan">The plan, in order.</param>
    /// <param name="names">Targets to leave out; an empty list stands for all that were not asked for.</param>
    public static void SkipByName(IReadOnlyCollection<ExecutableTarget> plan, IReadOnlyCollection<string> names)
    {
        foreach (var target in plan.Where(x => names.Count == 0 || names.Any(y => TargetLookup.IsName(x, y))))
            Skip(plan, target, "via parameter");
    }

    /// <summary>Evaluates conditions; records those that do not hold.</summary>
    /// <returns>Whether the target is skipped by a condition, this time or earlier.</returns>
    public static bool SkipByConditions(
        IReadOnlyCollection<ExecutableTarget> plan, ExecutableTarget target, IEnumerable<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            var violated = conditions.Where(x => !x.Delegate()).Select(x => x.Text).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = violated.Join(" && ");
                Skip(plan, target, reason: null);
            }
        }
        catch (Exception exception)
        {
            Log.Error(exception.Unwrap(), "Invocation of condition for {TargetName:l} has thrown an exception", target.Name);
            throw new TargetExecutionException(target.Name, exception.Unwrap());
        }
        return target.OnlyWhen != null;
    }

    // A target that was asked for is never marked; it can still be skipped by its conditions when its turn comes.
    private static void Skip(IReadOnlyCollection<ExecutableTarget> plan, ExecutableTarget target, string reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;
        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            if (target.Skipped == null)
                target.Skipped = reason;
        }
        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;
        var unneeded = Enumerable.Concat(target.ExecutionDependencies, target.Triggers).Where(x => !IsNeededByOthers(x)).ToList();
        foreach (var dependency in unneeded)
            Skip(plan, dependency, $"because of {target.Name}");

        bool IsNeededByOthers(ExecutableTarget dependency) =>
            plan.Any(x => x != target && x.Status == ExecutionStatus.Scheduled &&
                          (x.ExecutionDependencies.Contains(dependency) || x.Triggers.Contains(dependency)));
    }
}
