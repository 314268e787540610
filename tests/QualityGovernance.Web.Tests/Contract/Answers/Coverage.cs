using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityGovernance.Web.Tests.Contract.Answers;

/// <summary>What of the answers that the document describes was looked at: what nobody saw may be described as anything.</summary>
/// <param name="document">The OpenAPI document.</param>
/// <param name="seen">By schema and member, the kinds of values that were there.</param>
internal sealed class Coverage(string document, IReadOnlyDictionary<string, HashSet<JsonValueKind>> seen)
{
    /// <summary>It is for whom the service is not ready, and its test is with the probes.</summary>
    private const string OfTheProbes = "NotReady";

    private readonly JsonObject _schemas = JsonNode.Parse(document)!["components"]!["schemas"]!.AsObject();

    /// <summary>Members without a value in any answer.</summary>
    public IReadOnlyList<string> NeverSeen() => [.. Members().Where(member => !seen.TryGetValue(member.Name, out var kinds) || kinds.SetEquals([JsonValueKind.Null])).Select(member => member.Name)];

    /// <summary>Lists that may be null as the document has it. What is sent as well takes more than is answered, and has one schema for both.</summary>
    public IReadOnlyList<string> ListsThatAreNeverNull() =>
        [.. Members().Where(member => !Reached("requestBody").Contains(member.Name.Split('.')[0]) && SchemaCheck.Types(member.Schema).Intersect(["null", "array"]).Count() == 2 && seen.TryGetValue(member.Name, out var kinds) && !kinds.Contains(JsonValueKind.Null)).Select(member => member.Name)];

    private IEnumerable<(string Name, JsonObject Schema)> Members() =>
        from name in Reached("responses")
        where name != OfTheProbes
        from member in _schemas[name]!["properties"] as JsonObject ?? []
        select ($"{name}.{member.Key}", member.Value!.AsObject());

    /// <param name="part">Of an operation.</param>
    private HashSet<string> Reached(string part)
    {
        const string Prefix = "#/components/schemas/";
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Stack<JsonNode>(JsonNode.Parse(document)!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value![part]).OfType<JsonNode>());
        while (ahead.TryPop(out var next))
        {
            if (next is JsonObject schema)
            {
                if ((string?)schema["$ref"] is { } reference && reference.StartsWith(Prefix, StringComparison.Ordinal) && reached.Add(reference[Prefix.Length..])) ahead.Push(_schemas[reference[Prefix.Length..]]!);
                foreach (var inside in schema.Select(inside => inside.Value).OfType<JsonNode>()) ahead.Push(inside);
            }
            else if (next is JsonArray list)
            {
                foreach (var inside in list.OfType<JsonNode>()) ahead.Push(inside);
            }
        }

        return reached;
    }
}
