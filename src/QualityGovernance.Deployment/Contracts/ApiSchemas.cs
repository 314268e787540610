using System.Globalization;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Contracts;

/// <summary>Flattens the schemas of one OpenAPI document into the places they describe.</summary>
internal sealed class ApiSchemas(JsonObject document)
{
    private const string Prefix = "#/components/schemas/";

    private static readonly string[] LimitNames = ["minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems"];

    /// <param name="schema">Of a body or of a parameter.</param>
    /// <param name="name">Of what has no schema with a name around it.</param>
    /// <param name="required">It can't be left out as a whole.</param>
    public IReadOnlyDictionary<string, ApiValue> Flatten(JsonNode? schema, string name, bool required = true)
    {
        var places = new Dictionary<string, ApiValue>(StringComparer.Ordinal);
        if (schema is not null) Add(places, schema, "", owner: null, name, required, []);
        return places;
    }

    public ApiValue ValueOf(JsonNode? schema, string name, bool required)
    {
        var places = new Dictionary<string, ApiValue>(StringComparer.Ordinal);
        Add(places, schema ?? new JsonObject(), "", owner: null, name, required, []);
        return places[""];
    }

    private void Add(Dictionary<string, ApiValue> places, JsonNode schema, string path, string? owner, string name, bool required, IReadOnlyList<string> open)
    {
        var alternatives = Alternatives(schema, null).ToList();
        places[path] = new ApiValue(
            owner is null ? name : $"{owner}.{name}",
            TypesOf(alternatives.Select(each => TypesOf(each.Schema).ToList()).ToList()),
            alternatives.Select(each => (string?)each.Schema["format"]).FirstOrDefault(format => format is not null),
            ValuesOf(alternatives.Select(each => each.Schema)),
            required,
            LimitsOf(alternatives.Select(each => each.Schema)),
            alternatives.Select(each => (string?)each.Schema["pattern"]).FirstOrDefault(pattern => pattern is not null));

        foreach (var (part, named) in alternatives)
        {
            // A schema inside itself says nothing that was not said.
            if (named is not null && open.Contains(named)) continue;
            IReadOnlyList<string> inside = named is null ? open : [.. open, named];
            var within = named ?? owner;
            if (part["items"] is { } items) Add(places, items, $"{path}[]", within, $"{name}[]", required: true, inside);
            var must = (part["required"] as JsonArray)?.Select(each => (string?)each).ToHashSet() ?? [];
            foreach (var (member, value) in part["properties"] as JsonObject ?? [])
                Add(places, value!, path.Length == 0 ? member : $"{path}.{member}", within, member, must.Contains(member), inside);
        }
    }

    /// <summary>The schema itself, or those it refers to or chooses among, with their names.</summary>
    private IEnumerable<(JsonObject Schema, string? Name)> Alternatives(JsonNode schema, string? name)
    {
        if (schema is not JsonObject given) return [];
        if ((string?)given["$ref"] is { } reference)
        {
            var referred = reference[Prefix.Length..];
            return Alternatives(document["components"]?["schemas"]?[referred] ?? throw new DeploymentException($"The OpenAPI document refers to {reference}, which is not in it."), referred);
        }

        var among = new[] { "anyOf", "oneOf", "allOf" }.SelectMany(way => given[way] as JsonArray ?? []).OfType<JsonNode>().ToList();
        return among.Count == 0 ? [(given, name)] : among.SelectMany(each => Alternatives(each, name));
    }

    /// <summary>One of the alternatives that takes anything makes the others pointless.</summary>
    private static HashSet<string> TypesOf(List<List<string>> alternatives) =>
        alternatives.Exists(types => types.Count == 0) ? [] : alternatives.SelectMany(types => types).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> TypesOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => (string)type!),
        { } one => [(string)one!],
        null when schema["enum"] is not null || schema["const"] is not null => ["string"],
        null when schema["properties"] is not null => ["object"],
        null => [],
    };

    private static HashSet<string>? ValuesOf(IEnumerable<JsonObject> alternatives)
    {
        var closed = alternatives.Where(each => (string?)(each["type"] as JsonValue) != "null").ToList();
        if (closed.Count == 0 || closed.Exists(each => each["enum"] is null && each["const"] is null)) return null;
        return closed.SelectMany(each => each["enum"] as JsonArray ?? [each["const"]?.DeepClone()])
            .OfType<JsonNode>().Select(value => value.ToString()).ToHashSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, decimal> LimitsOf(IEnumerable<JsonObject> alternatives) => alternatives
        .SelectMany(each => LimitNames.Where(limit => each[limit] is not null).Select(limit => (Name: limit, Value: decimal.Parse(each[limit]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture))))
        .DistinctBy(limit => limit.Name, StringComparer.Ordinal)
        .ToDictionary(limit => limit.Name, limit => limit.Value, StringComparer.Ordinal);
}
