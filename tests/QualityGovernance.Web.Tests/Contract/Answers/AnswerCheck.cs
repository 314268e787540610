using System.Text.Json.Nodes;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Contract.Answers;

/// <summary>Holds answers to what the document says of their operation and status.</summary>
internal sealed class AnswerCheck
{
    private const string Json = "application/json";

    private readonly JsonObject _paths;

    public AnswerCheck(string document)
    {
        var parsed = JsonNode.Parse(document)!.AsObject();
        (_paths, Schemas) = (parsed["paths"]!.AsObject(), new SchemaCheck(parsed));
    }

    public SchemaCheck Schemas { get; }

    public int Checked { get; private set; }

    /// <param name="method">Of the request.</param>
    /// <param name="address">With its query.</param>
    /// <param name="answer">That it got.</param>
    public IReadOnlyList<string> Problems(HttpMethod method, string address, Answer answer)
    {
        Checked++;
        var name = $"{method} {address} answered {(int)answer.Status}";
        if (Operation(method, address.Split('?')[0].TrimEnd('/')) is not { } operation) return [$"{name}: no operation of the document has this address"];
        if (operation["responses"]![$"{(int)answer.Status}"] is not JsonObject described) return [$"{name}, which is not declared"];
        if (described["content"] is not JsonObject { Count: > 0 } content) return answer.Text.Length == 0 ? [] : [$"{name} with a body that is not declared"];
        var (media, schema) = (content.First().Key, content.First().Value!["schema"]!);
        return media is Json or "application/problem+json"
            ? [.. Schemas.Problems(schema, answer.Body, name)]
            : answer.Text.Length > 0 ? [] : [$"{name} without the {media} that is declared"];
    }

    private JsonObject? Operation(HttpMethod method, string address) => _paths
        .Where(path => Matches(path.Key.TrimEnd('/').Split('/'), address.Split('/')))
        .OrderBy(path => path.Key.Count(character => character == '{'))
        .Select(path => path.Value![method.Method.ToLowerInvariant()] as JsonObject).FirstOrDefault(operation => operation is not null);

    private static bool Matches(string[] pattern, string[] address) =>
        pattern.Length == address.Length && pattern.Zip(address).All(part => part.First.StartsWith('{') || part.First == part.Second);
}
