using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Evaluates every target's definition and ties the targets together.</summary>
internal static class TargetFactory
{
    public static IReadOnlyList<ExecutableTarget> CreateAll<T>(T build, Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild
    {
        var defaults = defaultTargetExpressions.Select(x => EvaluateDefault(x.Body, build, x)).ToList();
        var targets = TargetProperties.Get(build.GetType()).Select(x => Create(x, build, defaults)).ToList();
        foreach (var target in targets)
            Connect(target, targets);
        return targets;
    }

    private static ExecutableTarget Create(PropertyInfo property, NukeBuild build, List<Target> defaults)
    {
        var definition = new TargetDefinition(property, build);
        var factory = (Delegate)property.GetValue(build);
        switch (factory)
        {
            case Target target: target(definition); break;
            case Setup setup: setup(definition); break;
            case Cleanup cleanup: cleanup(definition); break;
            default: throw new BuildUsageException($"Target '{definition.Name}' has no definition: its property returns null.");
        }
        return new ExecutableTarget
        {
            Name = definition.Name,
            Member = property,
            Definition = definition,
            Description = definition.DescriptionText,
            Factory = factory,
            IsDefault = defaults.Contains(factory as Target),
            DynamicConditions = definition.DynamicConditions,
            StaticConditions = definition.StaticConditions,
            DependencyBehavior = definition.DependencyBehavior,
            ProceedAfterFailure = definition.IsProceedAfterFailure,
            AssuredAfterFailure = definition.IsAssuredAfterFailure || factory is Cleanup,
            DelegateRequirements = definition.DelegateRequirements,
            Actions = definition.Actions,
            Listed = !definition.IsUnlisted,
            PartitionSize = definition.PartitionSize,
            ArtifactProducts = definition.ArtifactProducts,
        };
    }

    private static void Connect(ExecutableTarget target, List<ExecutableTarget> targets)
    {
        target.ExecutionDependencies.AddRange(Related(x => x.DependsOnTargets, x => x.DependentForTargets));
        target.OrderDependencies.AddRange(Related(x => x.AfterTargets, x => x.BeforeTargets));
        target.TriggerDependencies.AddRange(Related(x => x.TriggeredByTargets, x => x.TriggersTargets));
        target.Triggers.AddRange(Related(x => x.TriggersTargets, x => x.TriggeredByTargets));
        if (target.AllDependencies.Contains(target) || target.Triggers.Contains(target))
            throw new BuildUsageException($"Target '{target.Name}' cannot have a dependency on itself.");
        if (target.Factory is Setup)
        {
            var cleanup = targets.Single(x => x.Factory is Cleanup && x.Member.DeclaringType == target.Member.DeclaringType);
            target.Triggers.Add(cleanup);
            cleanup.TriggerDependencies.Add(target);
        }
        foreach (var dependency in target.Definition.ArtifactDependencies)
        {
            var producer = Find(dependency.Key, target, targets);
            foreach (var artifacts in dependency)
                target.ArtifactDependencies.AddRange(producer, artifacts.Length > 0 ? artifacts : producer.ArtifactProducts);
        }

        IEnumerable<ExecutableTarget> Related(Func<TargetDefinition, List<Delegate>> own, Func<TargetDefinition, List<Delegate>> others)
        {
            var named = own(target.Definition).Select(x => Find(x, target, targets));
            var naming = targets.Where(x => x != target && others(x.Definition).Contains(target.Factory));
            return Enumerable.Concat(named, naming).Distinct().ToList();
        }
    }

    private static ExecutableTarget Find(Delegate factory, ExecutableTarget asking, List<ExecutableTarget> targets) =>
        targets.Find(x => x.Factory.Equals(factory)) ??
        throw new BuildUsageException($"Target '{asking.Name}' names a target that is not a member of the build: method '{factory.Method.Name}'.");

    // Evaluates what default targets are written as, "x => x.Compile" or "x => IsServerBuild ? x.Ci : x.Local", without compiling it.
    private static Target EvaluateDefault<T>(Expression body, T build, Expression<Func<T, Target>> whole) => body switch
    {
        MemberExpression { Expression: ParameterExpression, Member: PropertyInfo property } => (Target)property.GetValue(build),
        MemberExpression { Expression: UnaryExpression { NodeType: ExpressionType.Convert, Operand: ParameterExpression }, Member: PropertyInfo property } =>
            (Target)property.GetValue(build),
        _ => whole.Compile(preferInterpretation: true)(build),
    };
}
