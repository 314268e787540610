using System.Collections.Concurrent;
using System.Reflection;

namespace QualityGovernance.Platform.Http;

/// <summary>Which members of a partial update were given.</summary>
public static class GivenMembers
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Known = new();

    /// <summary>Whether anything is given but the members of these names: a member that is added later counts without being thought of.</summary>
    public static bool GivesMoreThan(this object request, params ReadOnlySpan<string> names)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var member in Known.GetOrAdd(request.GetType(), static type => [.. type.GetProperties().Where(property => typeof(IOptional).IsAssignableFrom(property.PropertyType))]))
        {
            if (((IOptional)member.GetValue(request)!).HasValue && !names.Contains(member.Name)) return true;
        }

        return false;
    }
}
