namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public List<Delegate> DependsOnTargets { get; } = [];

    public ITargetDefinition DependsOn(params Target[] targets) => Add(DependsOnTargets, targets);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => Add(DependsOnTargets, Resolve(targets));

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => Build is T ? DependsOn(targets) : this;

    public List<Delegate> DependentForTargets { get; } = [];

    public ITargetDefinition DependentFor(params Target[] targets) => Add(DependentForTargets, targets);

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => Add(DependentForTargets, Resolve(targets));

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => Build is T ? DependentFor(targets) : this;

    public List<Delegate> BeforeTargets { get; } = [];

    public ITargetDefinition Before(params Target[] targets) => Add(BeforeTargets, targets);

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Add(BeforeTargets, Resolve(targets));

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => Build is T ? Before(targets) : this;

    public List<Delegate> AfterTargets { get; } = [];

    public ITargetDefinition After(params Target[] targets) => Add(AfterTargets, targets);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => Add(AfterTargets, Resolve(targets));

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => Build is T ? After(targets) : this;

    public List<Delegate> TriggersTargets { get; } = [];

    public ITargetDefinition Triggers(params Target[] targets) => Add(TriggersTargets, targets);

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Add(TriggersTargets, Resolve(targets));

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => Build is T ? Triggers(targets) : this;

    public List<Delegate> TriggeredByTargets { get; } = [];

    public ITargetDefinition TriggeredBy(params Target[] targets) => Add(TriggeredByTargets, targets);

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => Add(TriggeredByTargets, Resolve(targets));

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => Build is T ? TriggeredBy(targets) : this;

    private TargetDefinition Add(List<Delegate> list, params IEnumerable<Target> targets)
    {
        list.AddRange(targets);
        return this;
    }
}
