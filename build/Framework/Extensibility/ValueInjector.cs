using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.ValueInjection;

/// <summary>Sets the members of a build class that carry an injection attribute, and answers for those of its components.</summary>
internal static class ValueInjector
{
    private static readonly Dictionary<(Module, int), object> s_values = [];

    // Built-in members that hold what was given; the others compute their value.
    private static readonly string[] s_settableBuiltIns =
        [nameof(NukeBuild.Plan), nameof(NukeBuild.Help), nameof(NukeBuild.Continue), nameof(NukeBuild.NoLogo), nameof(NukeBuild.Verbosity), nameof(NukeBuild.Partition)];

    public static void Inject(NukeBuild build, Func<MemberInfo, ValueInjectionAttributeBase, bool> filter)
    {
        var injections = ParameterService.Catalog.Injections
            .Where(x => !x.Member.DeclaringType.IsInterface && filter(x.Member, x.Attribute))
            .Where(x => x.Member.DeclaringType != typeof(NukeBuild) || s_settableBuiltIns.Contains(x.Member.Name))
            .OrderByDescending(x => x.Attribute.Priority);
        foreach (var (member, attribute) in injections)
        {
            attribute.Build = build;
            if (attribute.TryGetValue(member, build) is { } value)
            {
                Assert.True(member.GetMemberType().IsInstanceOfType(value),
                    $"Member '{member.Name}' must be of type '{value.GetType().Name}' to get its value from '{attribute.GetType().Name}'");
                member.SetValue(build, value);
            }
            if (member.HasCustomAttribute<SecretAttribute>() && member.GetValue(build) is string secret)
                Secrets.Add(secret);
        }
    }

    /// <summary>The value of a component's member, fetched once.</summary>
    public static object TryGetValue(LambdaExpression memberExpression)
    {
        var member = memberExpression.GetMemberInfo();
        var key = ParameterCatalog.KeyOf(member);
        if (ParameterService.Catalog?.Find(member) is { } parameter && parameter.Attribute.GetType() == typeof(ParameterAttribute))
            return ParameterService.GetValue(member);
        if (s_values.TryGetValue(key, out var known))
            return known;
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()
            .NotNull($"Member '{member.GetDisplayName()}' has no attribute that could give it a value, such as [Parameter].");
        var target = memberExpression.GetTarget();
        attribute.Build = target as INukeBuild;
        var value = attribute.TryGetValue(member, target);
        if (member.HasCustomAttribute<SecretAttribute>() && value is string secret)
            Secrets.Add(secret);
        if (value != null)
            s_values[key] = value;
        return value;
    }
}
