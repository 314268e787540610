using System.Text.Json;

namespace QualityGovernance.Web.Features.Identity.Roles;

/// <summary>A set of permissions that users can have.</summary>
public sealed class Role : Entity
{
    public const int LongestName = 50;
    public const int LongestDescription = 1_000;

    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>A JSON array of names, sorted; null for none. Text because clients get and send it as such.</summary>
    public string? Permissions { get; private set; }

    /// <summary>Made by the platform itself; its name stays.</summary>
    public bool IsSystemRole { get; init; }

    public static IReadOnlyList<string> Split(string? stored) => stored is null ? [] : JsonSerializer.Deserialize<string[]>(stored) ?? [];

    public void Grant(IEnumerable<string> permissions)
    {
        var names = permissions.Distinct().Order(StringComparer.Ordinal).ToArray();
        Permissions = names.Length == 0 ? null : JsonSerializer.Serialize(names);
    }
}
