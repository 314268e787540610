using System.Text.Json.Nodes;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Contract.Answers;

/// <summary>Holds answers to what the document says of their operation and status.</summary>
internal sealed class AnswerCheck
{
    private const string Json = "application/json";

    private static readonly string[] Headers = ["ETag", "Location", "Retry-After", "WWW-Authenticate"];

    private readonly JsonObject _paths;

    public AnswerCheck(string document)
    {
        var parsed = JsonNode.Parse(document)!.AsObject();
        (_paths, Schemas) = (parsed["paths"]!.AsObject(), new SchemaCheck(parsed));
    }

    public SchemaCheck Schemas { get; }

    /// <summary>Each operation with the statuses that it has answered with.</summary>
    public HashSet<(string Operation, string Status)> Reached { get; } = [];

    /// <summary>Each operation that is said to answer with the status, and never has.</summary>
    public IReadOnlyList<string> NeverReached(string status) =>
    [
        .. from path in _paths
           from operation in path.Value!.AsObject()
           where operation.Value is JsonObject { } described && described["responses"]?[status] is not null
           let name = (string)operation.Value!["operationId"]!
           where !Reached.Contains((name, status))
           select name,
    ];

    /// <param name="method">Of the request.</param>
    /// <param name="address">With its query.</param>
    /// <param name="answer">That it got.</param>
    public IReadOnlyList<string> Problems(HttpMethod method, string address, Answer answer)
    {
        var name = $"{method} {address} answered {(int)answer.Status}";
        if (Operation(method, address.Split('?')[0].TrimEnd('/')) is not { } operation) return [$"{name}: no operation of the document has this address"];
        if (operation["responses"]![$"{(int)answer.Status}"] is not JsonObject described) return [$"{name}, which is not declared"];
        Reached.Add(((string)operation["operationId"]!, $"{(int)answer.Status}"));
        return [.. Headers.Select(header => HeaderProblem(described, answer, header)).OfType<string>().Select(problem => $"{name} {problem}"), .. BodyProblems(described, answer, name)];
    }

    private static string? HeaderProblem(JsonObject described, Answer answer, string header) => (described["headers"]?[header] is not null, answer.Headers.Contains(header)) switch
    {
        (true, false) => $"without the {header} that is declared",
        (false, true) => $"with {header}, which is not declared",
        _ => null,
    };

    private IReadOnlyList<string> BodyProblems(JsonObject described, Answer answer, string name)
    {
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
