using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Contracts;

/// <summary>What an OpenAPI document promises, ready to be compared with another.</summary>
public sealed partial class ApiContract
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    private ApiContract(IReadOnlyDictionary<string, ApiOperation> operations) => Operations = operations;

    /// <summary>By method and address; parameters of the address count by their place, not their name, and so does a slash at its end not at all.</summary>
    public IReadOnlyDictionary<string, ApiOperation> Operations { get; }

    /// <param name="text">The document.</param>
    /// <param name="origin">Where it comes from, for the message.</param>
    /// <exception cref="DeploymentException">It is no OpenAPI document, or refers to what is not in it.</exception>
    public static ApiContract Parse(string text, string origin)
    {
        try
        {
            var document = JsonNode.Parse(text) as JsonObject;
            if (document?["paths"] is not JsonObject paths) throw new DeploymentException($"{origin} holds no OpenAPI document: it has no paths.");
            var schemas = new ApiSchemas(document);
            var operations = from path in paths
                             from operation in path.Value!.AsObject()
                             where Methods.Contains(operation.Key, StringComparer.Ordinal)
                             select Read(schemas, operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject(), path.Value!["parameters"] as JsonArray);
            return new ApiContract(operations.ToDictionary(operation => Key(operation.Method, operation.Path), StringComparer.Ordinal));
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{origin} is not JSON: {e.Message}", inner: e);
        }
    }

    public static string Key(string method, string path) => $"{method} {Parameter().Replace(path.Length > 1 ? path.TrimEnd('/') : path, "{}")}";

    private static ApiOperation Read(ApiSchemas schemas, string method, string path, JsonObject operation, JsonArray? common)
    {
        var parameters = (common ?? []).Concat(operation["parameters"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(
            parameter => $"{parameter["in"]} {parameter["name"]}",
            parameter => WithoutNull(schemas.ValueOf(parameter["schema"], (string)parameter["name"]!, (bool?)parameter["required"] ?? false)),
            StringComparer.Ordinal);
        var answers = (operation["responses"] as JsonObject ?? []).ToDictionary(
            answer => answer.Key,
            answer => schemas.Flatten(SchemaOf(answer.Value), "answer"),
            StringComparer.Ordinal);
        return new ApiOperation(method, path.Length > 1 ? path.TrimEnd('/') : path, parameters, schemas.Flatten(SchemaOf(operation["requestBody"]), "body", (bool?)operation["requestBody"]?["required"] ?? false), answers);
    }

    /// <summary>An address and a header have no way to say null.</summary>
    private static ApiValue WithoutNull(ApiValue value) => value with { Types = value.Types.Where(type => type != "null").ToHashSet(StringComparer.Ordinal) };

    private static JsonNode? SchemaOf(JsonNode? part) => (part?["content"] as JsonObject)?.Select(content => content.Value?["schema"]).FirstOrDefault();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
