using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>Collects what a target says about itself.</summary>
internal sealed partial class TargetDefinition(PropertyInfo property, NukeBuild build) : ITargetDefinition
{
    private int _basesTaken;

    public string Name => property.GetDisplayShortName();
    public NukeBuild Build => build;
    public string DescriptionText { get; private set; }
    public List<Action> Actions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];
    public List<LambdaExpression> DelegateRequirements { get; } = [];
    public DependencyBehavior DependencyBehavior { get; private set; }
    public bool IsAssuredAfterFailure { get; private set; }
    public bool IsProceedAfterFailure { get; private set; }
    public bool IsUnlisted { get; private set; }
    public int? PartitionSize { get; private set; }
    public List<string> ArtifactProducts { get; } = [];
    public LookupTable<Target, string[]> ArtifactDependencies { get; } = new();

    public ITargetDefinition Description(string description) => Do(() => DescriptionText = description);

    public ITargetDefinition Executes(params Action[] actions) => Do(() => Actions.AddRange(actions));

    public ITargetDefinition Executes<T>(Func<T> action) => Executes([StackTraceHidden] () =>
    {
        // A method that returns Task<T> binds here and not below: a target must not end before its work, nor lose its failure.
        if (action() is Task work)
            work.GetAwaiter().GetResult();
    });

    public ITargetDefinition Executes(Func<Task> action) => Executes([StackTraceHidden] () => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string conditionExpression = null) =>
        Do(() => DynamicConditions.Add((ToConditionText(conditionExpression), condition)));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression = null) =>
        Do(() => StaticConditions.Add((ToConditionText(conditionExpression), condition)));

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class => Do(() => DelegateRequirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct => Do(() => DelegateRequirements.AddRange([parameterRequirement, .. parameterRequirements]));

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Do(() => DelegateRequirements.AddRange([requirement, .. requirements]));

    public ITargetDefinition Requires(Expression<Func<Tool>> tool, params Expression<Func<Tool>>[] tools) =>
        Do(() => DelegateRequirements.AddRange([tool, .. tools]));

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior) => Do(() => DependencyBehavior = dependencyBehavior);

    public ITargetDefinition AssuredAfterFailure() => Do(() => IsAssuredAfterFailure = true);

    public ITargetDefinition ProceedAfterFailure() => Do(() => IsProceedAfterFailure = true);

    public ITargetDefinition Unlisted() => Do(() => IsUnlisted = true);

    public ITargetDefinition Partition(int size)
    {
        Assert.True(size > 1, $"Target '{Name}' cannot be partitioned into {size}");
        return Do(() => PartitionSize = size);
    }

    public ITargetDefinition Produces(params string[] artifacts) => Do(() => ArtifactProducts.AddRange(artifacts));

    public ITargetDefinition Consumes(params Target[] targets) => Do(() => targets.ForEach(x => ArtifactDependencies.Add(x, [])));

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets) => Consumes(Resolve(targets));

    public ITargetDefinition Consumes(Target target, params string[] artifacts) => Do(() => ArtifactDependencies.Add(target, artifacts));

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts) => Consumes(target((T)(object)Build), artifacts);

    public ITargetDefinition Consumes<T>(params string[] artifacts) => Consumes(Resolve<T>([]).Single(), artifacts);

    private TargetDefinition Do(Action change)
    {
        change();
        return this;
    }

    // "() => X": what is shown as the reason for skipping is X.
    private static string ToConditionText(string expression)
    {
        var text = expression.NotNull().TrimWhitespaces();
        var arrow = text.IndexOf("=>", StringComparison.Ordinal);
        return arrow >= 0 && text[..arrow].Trim() is "()" or "_" ? text[(arrow + 2)..].Trim() : text;
    }
}
