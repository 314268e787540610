using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public ITargetDefinition Base()
    {
        var baseProperty = property.DeclaringType.Descendants(x => x.BaseType)
            .Select(x => x.GetProperty(property.Name, ReflectionUtility.Instance | BindingFlags.DeclaredOnly))
            .WhereNotNull()
            .ElementAtOrDefault(_basesTaken++)
            .NotNull($"Target '{Name}' has no base in '{property.DeclaringType.Name}'. To inherit from a component, use Inherit<T>() instead.");
        return Inherit(GetNonVirtual(baseProperty));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var target in targets)
            target(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        var properties = targets.Length > 0
            ? targets.Select(x => (PropertyInfo)x.GetMemberInfo())
            : [GetSingleProperty(typeof(T), typeof(Target), "inherit")];
        return Inherit(properties.Select(GetNonVirtual).ToArray());
    }

    public ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild
    {
        Assert.True(Build is T, $"'{Build.GetType().Name}' must implement context '{typeof(T).Name}', because target '{Name}' depends on it");
        DependsOnTargets.Add((Delegate)GetSingleProperty(typeof(T), typeof(Setup), "depend on the setup").GetValue(Build));
        BeforeTargets.Add((Delegate)GetSingleProperty(typeof(T), typeof(Cleanup), "depend on the cleanup").GetValue(Build));
        return this;
    }

    private Target[] Resolve<T>(Func<T, Target>[] targets)
    {
        Assert.True(Build is T, $"'{Build.GetType().Name}' must implement '{typeof(T).Name}', because target '{Name}' names it");
        return targets.Length > 0
            ? targets.Select(x => x((T)(object)Build)).ToArray()
            : [(Target)GetSingleProperty(typeof(T), typeof(Target), "depend").GetValue(Build)];
    }

    private PropertyInfo GetSingleProperty(Type component, Type kind, string purpose)
    {
        var candidates = component.GetProperties(ReflectionUtility.Instance).Where(x => x.PropertyType == kind).ToList();
        Assert.True(candidates.Count == 1,
            $"Target '{Name}' cannot {purpose} on component '{component.Name}' without naming one of its {kind.Name} members. " +
            (candidates.Count == 0 ? "It has none." : $"It has {candidates.Select(x => x.Name).JoinCommaAnd()}."));
        return candidates[0];
    }

    // A virtual call would come back to the definition that is asking.
    private Target GetNonVirtual(PropertyInfo baseProperty)
    {
        var getter = (Func<Target>)Activator.CreateInstance(
            typeof(Func<Target>), Build, baseProperty.GetMethod.MethodHandle.GetFunctionPointer());
        return getter();
    }
}
