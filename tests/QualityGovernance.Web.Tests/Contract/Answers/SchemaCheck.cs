using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QualityGovernance.Web.Tests.Contract.Answers;

/// <summary>Holds a value to its schema, as JSON Schema has it, and closer: a member that the schema does not name is wrong, and so is a keyword that is not known here.</summary>
/// <param name="document">The OpenAPI document.</param>
internal sealed class SchemaCheck(JsonObject document)
{
    private const string Prefix = "#/components/schemas/";

    private static readonly string[] Words = ["$ref", "oneOf", "type", "format", "enum", "required", "properties", "additionalProperties", "items", "minLength", "maxLength", "pattern", "minimum", "maximum", "maxItems", "description", "default"];

    /// <summary>Every member that was looked at, as schema and name, with what it was seen to hold.</summary>
    public Dictionary<string, HashSet<JsonValueKind>> Seen { get; } = new(StringComparer.Ordinal);

    /// <param name="schema">Of the value.</param>
    /// <param name="value">As it was answered.</param>
    /// <param name="place">Of the value, for the problems.</param>
    /// <param name="owner">The name of the schema that the place belongs to.</param>
    public IEnumerable<string> Problems(JsonNode schema, JsonElement value, string place, string owner = "")
    {
        var given = schema.AsObject();
        foreach (var word in given.Select(member => member.Key).Except(Words)) yield return $"{place}: the schema says {word}, which is not understood here";
        if ((string?)given["$ref"] is { } reference)
        {
            var referred = document["components"]!["schemas"]![reference[Prefix.Length..]];
            foreach (var problem in referred is null ? [$"{place}: there is no {reference}"] : Problems(referred, value, place, reference[Prefix.Length..])) yield return problem;
        }

        if (given["oneOf"] is JsonArray choices && choices.Count(choice => !Problems(choice!, value, place, owner).Any()) is var fitting && fitting != 1)
            yield return $"{place}: {fitting} of {choices.Count} choices fit {Shown(value)}";
        if (Types(given) is { Count: > 0 } types && !types.Exists(type => Is(type, value)))
            yield return $"{place}: {Shown(value)} is no {string.Join(" or ", types)}";
        if (given["enum"] is JsonArray names && !names.Any(name => JsonSerializer.Serialize(name) == JsonSerializer.Serialize(value)))
            yield return $"{place}: {Shown(value)} is none of {names.ToJsonString()}";
        foreach (var problem in value.ValueKind switch
        {
            JsonValueKind.String => OfText(given, value.GetString()!, place),
            JsonValueKind.Number => OfNumber(given, value, place),
            JsonValueKind.Array => OfList(given, value, place, owner),
            JsonValueKind.Object => OfObject(given, value, place, owner),
            _ => [],
        }) yield return problem;
    }

    private static IEnumerable<string> OfText(JsonObject schema, string text, string place)
    {
        if (text.Length < ((int?)schema["minLength"] ?? 0) || text.Length > ((int?)schema["maxLength"] ?? int.MaxValue)) yield return $"{place}: {text.Length} characters";
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))) yield return $"{place}: {text} is not of the form {pattern}";
        var isOfFormat = (string?)schema["format"] switch
        {
            null => true,
            "date-time" => DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "email" => text.Split('@').Length == 2,
            _ => false,
        };
        if (!isOfFormat) yield return $"{place}: {text} is no {schema["format"]}";
    }

    private static IEnumerable<string> OfNumber(JsonObject schema, JsonElement number, string place)
    {
        var isOfFormat = (string?)schema["format"] switch { null or "double" => true, "int32" => number.TryGetInt32(out _), "int64" => number.TryGetInt64(out _), _ => false };
        if (!isOfFormat) yield return $"{place}: {number} is no {schema["format"]}";
        var value = number.GetDecimal();
        if (value < ((decimal?)schema["minimum"] ?? decimal.MinValue) || value > ((decimal?)schema["maximum"] ?? decimal.MaxValue)) yield return $"{place}: {number} is out of bounds";
    }

    private IEnumerable<string> OfList(JsonObject schema, JsonElement list, string place, string owner)
    {
        if (list.GetArrayLength() > ((int?)schema["maxItems"] ?? int.MaxValue)) yield return $"{place}: {list.GetArrayLength()} entries";
        if (schema["items"] is not { } items) yield break;
        foreach (var problem in list.EnumerateArray().SelectMany((item, index) => Problems(items, item, $"{place}[{index}]", owner))) yield return problem;
    }

    private IEnumerable<string> OfObject(JsonObject schema, JsonElement value, string place, string owner)
    {
        foreach (var missing in (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !value.TryGetProperty(name, out _))) yield return $"{place}: {missing} is left out";
        if (schema["properties"] is null && schema["additionalProperties"] is not JsonObject) yield break;
        foreach (var member in value.EnumerateObject())
        {
            var described = schema["properties"]?[member.Name] ?? schema["additionalProperties"] as JsonObject;
            if (described is null)
            {
                yield return $"{place}: {member.Name} is not described";
                continue;
            }

            (Seen.TryGetValue($"{owner}.{member.Name}", out var kinds) ? kinds : Seen[$"{owner}.{member.Name}"] = []).Add(member.Value.ValueKind);
            foreach (var problem in Problems(described, member.Value, $"{place}.{member.Name}", owner)) yield return problem;
        }
    }

    public static List<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => (string)type!)],
        { } one => [(string)one!],
        null => [],
    };

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > 100 } text ? text[..100] : value.GetRawText();
}
