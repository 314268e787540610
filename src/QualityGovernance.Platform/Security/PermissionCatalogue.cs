using System.Collections.Frozen;
using System.Reflection;

namespace QualityGovernance.Platform.Security;

/// <summary>Every permission there is: the static fields of the features. A role can hold nothing else.</summary>
public sealed class PermissionCatalogue(IEnumerable<Permission> permissions)
{
    private readonly FrozenDictionary<string, Permission> _byName = permissions.ToFrozenDictionary(permission => permission.Name);

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<string> Names => [.. _byName.Keys.Order(StringComparer.Ordinal)];

    public static PermissionCatalogue Of(Assembly features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return new(features.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Permission))
            .Select(field => (Permission)field.GetValue(null)!));
    }

    public bool Knows(string name) => _byName.ContainsKey(name);
}
