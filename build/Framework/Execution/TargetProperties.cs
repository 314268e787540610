using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>The properties of a build class and its components that are targets, in the order of their definition.</summary>
internal static class TargetProperties
{
    public static IReadOnlyList<PropertyInfo> Get(Type buildType)
    {
        var properties = new List<PropertyInfo>();
        foreach (var type in buildType.DescendantsAndSelf(x => x.BaseType).TakeWhile(x => x != typeof(NukeBuild)))
            properties.AddRange(Declared(type).Where(x => !properties.Exists(y => SameName(x, y))));
        var fromComponents = buildType.GetInterfaces()
            .SelectMany(Declared)
            .Where(x => !properties.Exists(y => SameName(x, y)))
            .GroupBy(x => x.GetDisplayShortName(), StringComparer.Ordinal);
        properties.AddRange(fromComponents.Select(MostDerived).ToList());
        return properties;
    }

    public static IEnumerable<string> GetNames(Type buildType) => Get(buildType).Select(x => x.GetDisplayShortName());

    // Reflection promises no order, and loses it when a member was asked for by name before; tokens keep that of the source.
    private static IEnumerable<PropertyInfo> Declared(Type type) =>
        type.GetProperties(ReflectionUtility.Instance | BindingFlags.DeclaredOnly).Where(IsTarget).OrderBy(x => x.MetadataToken);

    private static bool IsTarget(PropertyInfo property) =>
        property.PropertyType == typeof(Target) || property.PropertyType == typeof(Setup) || property.PropertyType == typeof(Cleanup);

    private static bool SameName(PropertyInfo a, PropertyInfo b) => a.GetDisplayShortName() == b.GetDisplayShortName();

    // Where one component overrides another's target, the one that all others lead to counts.
    private static PropertyInfo MostDerived(IGrouping<string, PropertyInfo> properties)
    {
        var candidates = properties.ToList();
        return candidates.Find(x => candidates.TrueForAll(y => y.DeclaringType.IsAssignableFrom(x.DeclaringType))) ??
               throw new BuildUsageException(
                   $"Target '{properties.Key}' must be implemented explicitly, because it is inherited from multiple interfaces: " +
                   $"{candidates.Select(x => x.DeclaringType.Name).JoinCommaAnd()}.");
    }
}
