using System.Text.Json.Nodes;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>What an OpenAPI document does not say and should.</summary>
internal static class Completeness
{
    private const string Envelope = "#/components/schemas/Problem";

    public static IReadOnlyList<string> Problems(string text)
    {
        var document = JsonNode.Parse(text)!.AsObject();
        var operations = (from path in document["paths"]!.AsObject()
                          from operation in path.Value!.AsObject()
                          select (Name: $"{operation.Key.ToUpperInvariant()} {path.Key}", Path: path.Key, Node: operation.Value!.AsObject())).ToList();
        var twice = operations.GroupBy(operation => (string?)operation.Node["operationId"]).Where(group => group.Key is not null && group.Count() > 1);
        return [.. operations.SelectMany(operation => Of(document, operation.Name, operation.Path, operation.Node)), .. twice.Select(group => $"{group.Key} names two operations"), .. Unnamed(document)];
    }

    /// <summary>An object that is described in its place is a copy, and a copy may say less than what it was taken from.</summary>
    private static IEnumerable<string> Unnamed(JsonObject document) =>
        from schema in document["components"]!["schemas"]!.AsObject()
        from member in schema.Value!["properties"] as JsonObject ?? []
        where member.Value!["properties"] is not null
        select $"{schema.Key}.{member.Key} is an object without a name";

    private static IEnumerable<string> Of(JsonObject document, string name, string path, JsonObject operation)
    {
        if (string.IsNullOrWhiteSpace((string?)operation["operationId"])) yield return $"{name} has no operationId";
        if (string.IsNullOrWhiteSpace((string?)operation["summary"])) yield return $"{name} has no summary";
        if (operation["tags"] is not JsonArray { Count: > 0 } tags || tags.Any(tag => string.IsNullOrWhiteSpace((string?)tag))) yield return $"{name} has no tag";

        var answers = operation["responses"]!.AsObject();
        foreach (var status in Needed(path, operation).Where(status => !answers.ContainsKey(status))) yield return $"{name} does not declare {status}";
        if (!answers.Any(answer => answer.Key.StartsWith('2'))) yield return $"{name} declares no success";
        foreach (var (status, answer) in answers)
        {
            var schema = (answer!["content"] as JsonObject)?.FirstOrDefault().Value?["schema"];
            var reference = (string?)schema?["$ref"];
            if (string.IsNullOrWhiteSpace((string?)answer["description"])) yield return $"{name}, answer {status} has no description";
            if ((status[0] is '4' or '5' || status == "default") && reference != Envelope && !IsReadiness(path, status)) yield return $"{name}, answer {status} is not the envelope";
            var isJson = answer["content"] is not JsonObject { Count: > 0 } content || content.ContainsKey("application/json");
            if (status is "200" or "201" && isJson && (schema is null || (reference is not null && Referred(document, reference) is null))) yield return $"{name}, answer {status} has no schema";
        }
    }

    /// <summary>It carries the envelope and what of readiness is missing.</summary>
    private static bool IsReadiness(string path, string status) => path == "/readyz" && status == "503";

    private static IEnumerable<string> Needed(string path, JsonObject operation)
    {
        yield return "default";
        if (operation["security"] is not null)
        {
            yield return "401";
            yield return "403";
        }

        if (path.Contains('{')) yield return "404";
        if (path.Contains('{') || operation["requestBody"] is not null) yield return "422";
        if (operation["requestBody"] is null) yield break;
        yield return "400";
        yield return "413";
        yield return "415";
    }

    private static JsonNode? Referred(JsonObject document, string reference) => document["components"]!["schemas"]![reference.Split('/')[^1]];
}
