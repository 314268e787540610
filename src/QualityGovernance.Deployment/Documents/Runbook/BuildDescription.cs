using System.Text.Json;

namespace QualityGovernance.Deployment.Documents.Runbook;

/// <summary>The targets and options of the build with what it says of each: what a document may tell people to type.</summary>
public sealed class BuildDescription
{
    /// <summary>Relative to the checkout. The build keeps it in step with itself whenever it starts.</summary>
    public const string SchemaFile = ".nuke/build.schema.json";

    private readonly Dictionary<string, DescribedTarget> targets;
    private readonly Dictionary<string, DescribedOption> options;

    private BuildDescription(IEnumerable<DescribedTarget> targets, IEnumerable<DescribedOption> options)
    {
        this.targets = targets.ToDictionary(target => target.Name);
        this.options = options.ToDictionary(option => option.Typed);
    }

    /// <param name="schema">The text of <see cref="SchemaFile"/>: the options, and the names of the targets.</param>
    /// <param name="described">What the targets say of themselves, which no schema holds.</param>
    public static BuildDescription Read(string schema, IReadOnlyList<DescribedTarget> described)
    {
        using var document = JsonDocument.Parse(schema);
        var definitions = document.RootElement.GetProperty("definitions");
        var names = definitions.GetProperty("ExecutableTarget").GetProperty("enum").EnumerateArray().Select(name => name.GetString()!);
        return new(
            names.Select(name => described.FirstOrDefault(target => target.Name == name) ?? new DescribedTarget(name, Description: null, Required: [])),
            [.. Options(document.RootElement.GetProperty("allOf")[0], definitions), .. Options(definitions.GetProperty("NukeBuild"), definitions)]);
    }

    /// <returns>Null where the build has no such target, spelled exactly so.</returns>
    public DescribedTarget? Target(string name) => targets.GetValueOrDefault(name);

    /// <param name="typed">With its dashes.</param>
    /// <returns>Null where the build has no such option.</returns>
    public DescribedOption? Option(string typed) => options.GetValueOrDefault(typed);

    private static IEnumerable<DescribedOption> Options(JsonElement schema, JsonElement definitions) =>
        schema.GetProperty("properties").EnumerateObject().Select(property => OptionOf(property.Name, property.Value, definitions)).ToList();

    private static DescribedOption OptionOf(string name, JsonElement schema, JsonElement definitions)
    {
        var isList = TypesOf(schema).Contains("array");
        var value = isList ? schema.GetProperty("items") : schema;
        if (value.TryGetProperty("$ref", out var reference))
            value = definitions.GetProperty(reference.GetString()!.Split('/')[^1]);
        var description = schema.TryGetProperty("description", out var text) ? text.GetString() : null;
        var values = value.TryGetProperty("enum", out var known) ? known.EnumerateArray().Select(one => one.GetString()!).ToList() : [];
        return new DescribedOption(name, description, TypesOf(value).Contains("boolean"), isList, values);
    }

    private static IEnumerable<string> TypesOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!)
        : [type.GetString()!];
}
