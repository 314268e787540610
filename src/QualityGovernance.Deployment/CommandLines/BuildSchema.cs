using System.Text.Json;

namespace QualityGovernance.Deployment.CommandLines;

/// <summary>What can be typed, as <c>.nuke/build.schema.json</c> says it: the same for both engines, whose texts differ.</summary>
public sealed class BuildSchema
{
    private readonly HashSet<string> targets;
    private readonly Dictionary<string, BuildOption> own;
    private readonly Dictionary<string, BuildOption> engines;

    private BuildSchema(JsonElement root)
    {
        var definitions = root.GetProperty("definitions");
        targets = [.. definitions.GetProperty("ExecutableTarget").GetProperty("enum").EnumerateArray().Select(name => name.GetString()!)];
        own = Options(root.GetProperty("allOf")[0], definitions, mayBeEmpty: false);
        engines = Options(definitions.GetProperty("NukeBuild"), definitions, mayBeEmpty: true);
    }

    /// <param name="schema">The text of <c>.nuke/build.schema.json</c>.</param>
    public static BuildSchema Read(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return new(document.RootElement);
    }

    /// <summary>Whether two schemas allow the same to be typed and say the same of it, whatever they say of the engine's own options.</summary>
    public bool IsLike(BuildSchema other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return targets.SetEquals(other.targets) && own.Count == other.own.Count && own.Values.All(option => other.own.GetValueOrDefault(option.Name)?.IsLike(option) == true);
    }

    /// <param name="typed">Dashes and case mean nothing: <c>--dry-run</c> is <c>-DryRun</c>.</param>
    internal BuildOption? Option(string typed)
    {
        var name = typed.Replace("-", "", StringComparison.Ordinal);
        return own.GetValueOrDefault(name) ?? engines.GetValueOrDefault(name);
    }

    private static Dictionary<string, BuildOption> Options(JsonElement schema, JsonElement definitions, bool mayBeEmpty) =>
        schema.GetProperty("properties").EnumerateObject().ToDictionary(property => property.Name, property => OptionOf(property, definitions, mayBeEmpty), StringComparer.OrdinalIgnoreCase);

    private static BuildOption OptionOf(JsonProperty property, JsonElement definitions, bool mayBeEmpty)
    {
        var isList = TypesOf(property.Value).Contains("array");
        var value = isList ? property.Value.GetProperty("items") : property.Value;
        if (value.TryGetProperty("$ref", out var reference)) value = definitions.GetProperty(reference.GetString()!.Split('/')[^1]);
        return new(
            property.Name,
            property.Value.TryGetProperty("description", out var description) ? description.GetString() : null,
            TypesOf(value).First(type => type != "null"),
            isList,
            mayBeEmpty,
            value.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(one => one.GetString()!).Distinct().Order(StringComparer.Ordinal)] : []);
    }

    private static IEnumerable<string> TypesOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)]
        : [type.GetString()!];
}
