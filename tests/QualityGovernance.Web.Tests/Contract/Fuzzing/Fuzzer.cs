using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Contract.Fuzzing;

/// <summary>Sends what is wrong and says of every answer that is not a proper refusal what is wrong with it.</summary>
/// <param name="client">A superuser's, so that nothing is refused for want of a permission.</param>
/// <param name="contract">The document.</param>
/// <param name="rows">How many rows there are, audit entries among them, in all tables.</param>
/// <param name="seed">The same seed sends the same requests.</param>
/// <param name="records">Makes the records that no trying would come to; null where there are none.</param>
internal sealed partial class Fuzzer(HttpClient client, ApiContract contract, Func<Task<long>> rows, int seed, Records? records = null)
{
    private readonly List<string> _findings = [];
    private readonly Dictionary<ApiOperation, int> _wrong = [];

    public int Sent { get; private set; }

    public KnownGood Good { get; } = new(client, contract, records);

    /// <summary>Requests to the operation that had to be refused.</summary>
    public int WrongTo(ApiOperation operation) => _wrong.GetValueOrDefault(operation);

    public async Task<IReadOnlyList<string>> RunAsync(Func<ApiOperation, bool>? where = null)
    {
        await Good.FindAsync();
        _findings.AddRange(await Good.LostAsync());
        var random = new Random(seed);
        // What removes comes last, so that there is something left to change.
        foreach (var operation in contract.Operations.Values.Where(where ?? (_ => true)).OrderBy(operation => operation.Method == "DELETE").ThenBy(operation => $"{operation}", StringComparer.Ordinal))
            await RunAsync(new FuzzRequests(Good, random).Of(operation).ToLookup(request => request.IsWrong));
        return _findings;
    }

    private async Task RunAsync(ILookup<bool, FuzzRequest> requests)
    {
        var before = await rows();
        foreach (var request in requests[true]) await SendAsync(request);
        var after = await rows();
        if (after != before)
            _findings.Add($"{requests[true].First().Operation}: {after - before} rows were written by requests that had to be refused");

        before = after;
        foreach (var request in requests[false])
        {
            var status = await SendAsync(request);
            after = await rows();
            if (status is >= 400 and < 500 && after != before) _findings.Add($"{request}: refused, and yet something was written");
            before = after;
        }
    }

    private async Task<int> SendAsync(FuzzRequest request)
    {
        using var message = request.Message();
        using var response = await client.SendAsync(message);
        Sent++;
        if (request.IsWrong) _wrong[request.Operation] = WrongTo(request.Operation) + 1;
        var text = await response.Content.ReadAsStringAsync();
        foreach (var problem in Problems(request, response, text)) _findings.Add($"{request}: {problem}: {(text.Length > 300 ? text[..300] : text)}");
        return (int)response.StatusCode;
    }

    private static IEnumerable<string> Problems(FuzzRequest request, HttpResponseMessage response, string text)
    {
        var status = (int)response.StatusCode;
        if (status >= 500) yield return $"the service failed with {status}";
        if (status < 400 && request.IsWrong) yield return $"accepted with {status}";
        if (!request.Operation.Answers.ContainsKey($"{status}")) yield return $"{status} is not declared";
        if (Leak().Match(text) is { Success: true } leak) yield return $"the answer shows \"{leak.Value}\"";
        if (status < 400) yield break;

        var envelope = response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? JsonNode.Parse(text) as JsonObject : null;
        if (envelope is null || (string?)envelope["error_code"] != $"{status}" || string.IsNullOrEmpty((string?)envelope["message"]) || string.IsNullOrEmpty((string?)envelope["request_id"]) || envelope["details"] is null)
            yield return $"{status} is not in the envelope";
        if (response.StatusCode != HttpStatusCode.UnprocessableEntity) yield break;
        var fields = (envelope?["details"]?["errors"] as JsonArray)?.Select(error => (string?)error?["field"] ?? "").ToList() ?? [];
        if (fields.Count == 0) yield return "no field is named";
        else if (request.Field is { } field && !fields.Exists(named => named.Contains(field, StringComparison.OrdinalIgnoreCase))) yield return $"{string.Join(", ", fields)} is named, not {field}";
    }

    [GeneratedRegex(@"\bat QualityGovernance\.|\bat Microsoft\.|Npgsql|SQLite|\bSELECT\s+\w+|INSERT INTO|UPDATE ""|DELETE FROM|System\.\w+|Exception\b|\bHost=|Password=|\b22P02\b|\b23505\b|LINE \d+:", RegexOptions.None, 1000)]
    private static partial Regex Leak();
}
