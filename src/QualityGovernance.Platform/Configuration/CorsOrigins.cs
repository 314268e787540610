using System.Text.Json;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Reads <c>CORS_ORIGINS</c>, written with commas or as a JSON array.</summary>
internal static class CorsOrigins
{
    private const string Remedy = "Write CORS_ORIGINS=https://a.example.com,https://b.example.com or CORS_ORIGINS=[\"https://a.example.com\"]";

    public static Parsed<IReadOnlyList<string>> Read(string text, AppEnvironment environment)
    {
        var listed = text.TrimStart().StartsWith('[') ? FromJson(text) : text.Split(',');
        if (listed is null)
            return Wrong($"begins like a JSON array and is not an array of strings. {Remedy}");

        var origins = new List<string>();
        foreach (var entry in listed.Select(e => e.Trim()).Where(e => e.Length > 0))
        {
            if (entry == "*")
            {
                if (environment == AppEnvironment.Production)
                    return Wrong($"allows every origin with *, which production refuses. {Remedy}");
                origins.Add(entry);
            }
            else if (Origin(entry) is { } origin)
            {
                origins.Add(origin);
            }
            else
            {
                return Wrong($"holds an entry that is not an origin (scheme, host and port only). {Remedy}");
            }
        }

        return origins.Distinct(StringComparer.Ordinal).ToArray();
    }

    private static string[]? FromJson(string text)
    {
        try
        {
            var values = JsonSerializer.Deserialize<string[]>(text);
            return values is null || Array.Exists(values, value => value is null) ? null : values;
        }
        catch (JsonException)
        {
            return null; // the caller says so
        }
    }

    /// <summary>As browsers send it: no path, no trailing slash, host in lower case.</summary>
    private static string? Origin(string text) =>
        !text.Contains('*') && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;

    private static Parsed<IReadOnlyList<string>> Wrong(string problem) => Parsed<IReadOnlyList<string>>.Wrong(problem);
}
