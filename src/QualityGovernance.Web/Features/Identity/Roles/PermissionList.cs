using System.Text.Json;

namespace QualityGovernance.Web.Features.Identity.Roles;

/// <summary>Reads the permissions of a request: a JSON array in a text, as clients send it, or names separated by commas.</summary>
internal static class PermissionList
{
    public const int Longest = 10_000;

    public static IReadOnlyList<string> Permissions(this FieldErrors errors, string? text, PermissionCatalogue catalogue)
    {
        if (text is null || errors.Any) return [];
        if (Split(text) is not { } names)
        {
            errors.Add("permissions", "This starts like a JSON array, but is none of texts. Send [\"policy:read\",\"policy:create\"] or policy:read,policy:create.");
            return [];
        }

        var unknown = names.Where(name => !catalogue.Knows(name)).ToList();
        if (unknown.Count > 0)
            errors.Add("permissions", $"There is no permission called {string.Join(" or ", unknown.Select(name => name.Length > 60 ? name[..60] + "..." : name))}. There are: {string.Join(", ", catalogue.Names)}.");
        return names;
    }

    private static string[]? Split(string text)
    {
        if (!text.TrimStart().StartsWith('[')) return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return JsonSerializer.Deserialize<string?[]>(text) is { } names && Array.TrueForAll(names, name => name is not null) ? (string[])names! : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
