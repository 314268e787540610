using System.Text;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Web.Tests.Contract.Fuzzing;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Contract.Limits;

/// <summary>Tries out every limit of the document, and says where the service has another one.</summary>
/// <param name="client">A superuser's.</param>
/// <param name="contract">The document.</param>
/// <param name="records">Prepares records, so that each operation has one to be called for.</param>
internal sealed class LimitCheck(HttpClient client, ApiContract contract, Records? records = null)
{
    /// <summary>How a refusal for a limit reads, whatever the field.</summary>
    private static readonly string[] ForALimit = ["at most", "at least", "This must be from", "or more.", "This must be one of", "This is required", "can't be emptied", "the type that is needed"];

    /// <summary>What has to stand beside a part for it to be looked at.</summary>
    private static readonly Dictionary<string, (string Name, string Json)> Beside = new(StringComparer.Ordinal) 
    {
        ["options"] = ("question_type", "\"checkbox\""),
        ["passing_score"] = ("scoring_method", "\"points\""),
    };

    private readonly KnownGood _good = new(client, contract, records);

    public int Sent { get; private set; }

    public Task<IReadOnlyList<string>> WrongAsync(Func<ApiOperation, bool>? where = null) => WrongAsync(contract.Operations.Values.Where(where ?? (_ => true)).SelectMany(LimitCases.Of));

    public async Task<IReadOnlyList<string>> WrongAsync(IEnumerable<LimitCase> cases)
    {
        await _good.FindAsync();
        var wrong = new List<string>();
        foreach (var limit in cases)
        {
            var (status, errors, text) = await SendAsync(limit);
            var named = errors.Where(error => error.Field == limit.Field).ToList();
            if (status >= 500) wrong.Add($"{limit}: the service failed with {status}");
            else if (limit.IsRefused && (status != 422 || named.Count == 0)) wrong.Add($"{limit}: not refused, but answered with {status} {text}");
            else if (!limit.IsRefused && named.Exists(error => ForALimit.Any(words => error.Message.Contains(words, StringComparison.Ordinal)))) wrong.Add($"{limit}: refused: {text}");
        }

        return wrong;
    }

    /// <summary>Members that may be left out as the document has it, and may not: each operation is sent what must be sent, and no more.</summary>
    public async Task<IReadOnlyList<string>> NeededAllTheSameAsync(Func<ApiOperation, bool>? where = null)
    {
        await _good.FindAsync();
        var wrong = new List<string>();
        foreach (var operation in contract.Operations.Values.Where(operation => operation.Request.Count > 0).Where(where ?? (_ => true)))
        {
            var body = _good.BodyOf(operation);
            foreach (var (name, _) in KnownGood.Fields(operation).Where(field => !field.Value.Required)) body.Remove(name);
            var (_, errors, _) = await SendAsync(operation, "", body.ToJsonString());
            wrong.AddRange(errors.Where(error => error.Message == "This is required." && operation.Request.TryGetValue(error.Field, out var value) && !value.Required).Select(error => $"{operation}, {error.Field} is needed"));
        }

        return wrong;
    }

    private Task<(int Status, List<(string Field, string Message)> Errors, string Text)> SendAsync(LimitCase limit) => limit.Place.StartsWith("query ", StringComparison.Ordinal)
        ? SendAsync(limit.Operation, $"?{limit.Field}={limit.Json}", null)
        : SendAsync(limit.Operation, "", Body(limit));

    private async Task<(int Status, List<(string Field, string Message)> Errors, string Text)> SendAsync(ApiOperation operation, string query, string? body)
    {
        using var message = new HttpRequestMessage(new HttpMethod(operation.Method), _good.AddressOf(operation) + query);
        if (body is not null) message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(message);
        Sent++;
        if ((int)response.StatusCode != 422) return ((int)response.StatusCode, [], (int)response.StatusCode < 400 ? "" : await response.Content.ReadAsStringAsync());
        var text = await response.Content.ReadAsStringAsync();
        var errors = (JsonNode.Parse(text)?["details"]?["errors"] as JsonArray ?? []).Select(error => ((string)error!["field"]!, (string)error["message"]!)).ToList();
        return (422, errors, text.Length > 500 ? text[..500] : text);
    }

    private string Body(LimitCase limit)
    {
        var body = _good.BodyOf(limit.Operation);
        var top = limit.Place.Split('.', '[')[0];
        if (Beside.TryGetValue(top, out var beside)) body[beside.Name] = JsonNode.Parse(beside.Json);
        body[top] = Inside(limit.Operation, top, limit.Place[top.Length..], limit.Json);
        return body.ToJsonString();
    }

    /// <summary>The value where the rest of its place says: in lists, in objects with what those need.</summary>
    private static JsonNode? Inside(ApiOperation operation, string at, string rest, string json)
    {
        if (rest.Length == 0) return JsonNode.Parse(json);
        if (rest.StartsWith("[]", StringComparison.Ordinal)) return new JsonArray(Inside(operation, at + "[]", rest[2..], json));
        var name = rest[1..].Split('.', '[')[0];
        var parent = new JsonObject();
        foreach (var (place, _) in operation.Request.Where(place => place.Value.Required && place.Key.StartsWith(at + ".", StringComparison.Ordinal) && !place.Key[(at.Length + 1)..].Contains('.') && !place.Key.EndsWith(']')))
            parent[place[(at.Length + 1)..]] = "x";
        parent[name] = Inside(operation, $"{at}.{name}", rest[(name.Length + 1)..], json);
        return parent;
    }
}
