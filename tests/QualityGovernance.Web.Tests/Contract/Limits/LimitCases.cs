using System.Globalization;
using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Web.Tests.Contract.Limits;

/// <summary>What stands just within and just beyond each limit that the document states.</summary>
internal static class LimitCases
{
    public static IEnumerable<LimitCase> Of(ApiOperation operation)
    {
        var asked = operation.Parameters.Where(parameter => parameter.Key.StartsWith("query ", StringComparison.Ordinal));
        foreach (var (place, value) in operation.Request.Where(place => place.Key.Length > 0).Concat(asked))
        {
            var isBody = !place.StartsWith("query ", StringComparison.Ordinal);
            if (value.Types.Contains("null") && isBody && !place.Contains('[') && !place.Contains('.')) yield return new(operation, place, "null", "null, which the document allows", IsRefused: false);
            if (value.Values is { } values && !isBody)
                foreach (var one in values.Append("no_such_value")) yield return new(operation, place, one, one, IsRefused: !values.Contains(one));
            foreach (var text in Absurd(value.Format))
                yield return new(operation, place, isBody ? $"\"{text}\"" : text, text, IsRefused: true);
            if (value.Pattern is { } pattern) yield return new(operation, place, Text(Blanks(pattern, value), isBody), "spaces, which its pattern leaves out", IsRefused: true);
            foreach (var (limit, bound) in value.Limits)
                foreach (var (json, kind, isRefused) in At(limit, bound, value, isBody, Item(operation, place))) yield return new(operation, place, json, kind, isRefused);
        }
    }

    private static IEnumerable<(string Json, string Kind, bool IsRefused)> At(string limit, decimal bound, ApiValue value, bool isQuoted, string item)
    {
        switch (limit)
        {
            case "maxLength":
                yield return (Text((int)bound, value, isQuoted), $"{bound} characters", false);
                yield return (Text((int)bound + 1, value, isQuoted), $"{bound + 1} characters", true);
                break;
            case "minLength":
                yield return (Text((int)bound, value, isQuoted), $"{bound} characters", false);
                yield return (Text((int)bound - 1, value, isQuoted), $"{bound - 1} characters", true);
                break;
            case "maxItems":
                yield return (List(item, (int)bound), $"{bound} entries", false);
                yield return (List(item, (int)bound + 1), $"{bound + 1} entries", true);
                break;
            case "minimum":
                yield return (Number(bound), $"{bound}", false);
                yield return (Number(bound - 1), $"{bound - 1}", true);
                break;
            case "maximum":
                yield return (Number(bound), $"{bound}", false);
                yield return (Number(bound + 1), $"{bound + 1}", true);
                break;
            default:
                throw new NotSupportedException($"The document states a {limit} of {bound} for {value.Name}, and nothing here tries it out.");
        }
    }

    /// <summary>Dates that nobody means, or that two read differently, wherever one is asked for.</summary>
    private static string[] Absurd(string? format) => format switch
    {
        "date" => ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "05/01/2026", "2026-05", ""],
        "date-time" => ["0001-01-01T00:00:00Z", "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "05/01/2026", "2026-05", "10:00", "1 May 2026", ""],
        _ => [],
    };

    private static string Text(int length, ApiValue value, bool isQuoted)
    {
        const string Host = "@example.org";
        var text = value.Format == "email" && length > Host.Length ? new string('x', length - Host.Length) + Host : new string('x', length);
        return Text(text, isQuoted);
    }

    private static string Text(string text, bool isQuoted) => isQuoted ? $"\"{text}\"" : Uri.EscapeDataString(text);

    /// <summary>Long enough, and not what the pattern asks for.</summary>
    private static string Blanks(string pattern, ApiValue value)
    {
        var blanks = new string(' ', Math.Max(1, (int)value.Limits.GetValueOrDefault("minLength")));
        return Regex.IsMatch(blanks, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1))
            ? throw new NotSupportedException($"Spaces match {pattern}, which the document states for {value.Name}, and nothing here tries it out.")
            : blanks;
    }

    private static string List(string item, int count) => $"[{string.Join(',', Enumerable.Repeat(item, count))}]";

    private static string Item(ApiOperation operation, string list) => operation.Request.TryGetValue($"{list}[]", out var item)
        ? item.Types.Contains("string") ? "\"x\"" : item.Types.Contains("object") ? "{}" : "1"
        : "";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
