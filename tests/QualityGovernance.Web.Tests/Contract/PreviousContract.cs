using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>Holds the service against the OpenAPI document of the service it replaces.</summary>
/// <param name="before">That document.</param>
/// <param name="now">What this service describes.</param>
internal sealed class PreviousContract(ApiContract before, ApiContract now)
{
    /// <summary>Each operation, parameter, property and value that existing clients use and would not find.</summary>
    public IReadOnlyList<string> Missing() => [.. before.Operations.SelectMany(pair => now.Operations.TryGetValue(pair.Key, out var operation)
        ? Of(pair.Value, operation).SelectMany(MissingIn)
        : [$"{pair.Value} is missing"])];

    /// <summary>Each place where something else may be sent, or comes back, than the old document says.</summary>
    public IReadOnlySet<Difference> Differences() => before.Operations
        .Where(pair => now.Operations.ContainsKey(pair.Key))
        .SelectMany(pair => Of(pair.Value, now.Operations[pair.Key]))
        .SelectMany(DifferencesIn)
        .ToHashSet();

    private static IEnumerable<Part> Of(ApiOperation old, ApiOperation operation)
    {
        // Parameters of the address are found by their place.
        yield return new(old, "parameter", IsSent: true, old.Parameters.Where(pair => !pair.Key.StartsWith("path ", StringComparison.Ordinal)).ToDictionary(), operation.Parameters);
        yield return new(old, "request", IsSent: true, old.Request, operation.Request);
        foreach (var (status, answer) in old.Answers.Where(answer => answer.Key[0] is '2' or '4'))
        {
            yield return operation.Answers.TryGetValue(status, out var given)
                ? new(old, $"answer {status}", IsSent: false, answer, given)
                : new(old, $"answer {status}", IsSent: false, new Dictionary<string, ApiValue> { ["(the status)"] = new("status", new HashSet<string>(), null, null, true, new Dictionary<string, decimal>()) }, answer);
        }
    }

    private static IEnumerable<string> MissingIn(Part part) => part.Before.Where(pair => !IsOfAnOldError(part, pair.Key)).SelectMany(pair =>
        !part.Now.TryGetValue(pair.Key, out var value) ? [$"{part.Operation}, {part.Kind} {pair.Key} is missing"]
        : pair.Value.Values is { } values && value.Values is { } present ? values.Except(present).Select(gone => $"{part.Operation}, {part.Kind} {pair.Key}: the value {gone} is missing")
        : []);

    /// <summary>An error's detail was a list; problem details have a text of that name, which is a difference. What stood in the list has nowhere to stand.</summary>
    private static bool IsOfAnOldError(Part part, string name) => part.Kind == "answer 422" && name.StartsWith("detail[]", StringComparison.Ordinal);

    private static IEnumerable<Difference> DifferencesIn(Part part) =>
        from pair in part.Before
        where part.Now.ContainsKey(pair.Key)
        let value = part.Now[pair.Key]
        let isSame = part.IsSent
            ? value.Takes(pair.Value) && (value.Values is null || pair.Value.Values is not null) && IsNoStricter(pair.Value, value)
            : pair.Value.Takes(value) && IsNoStricter(value, pair.Value)
        where !isSame
        select new Difference($"{(part.IsSent ? "sent" : "answered")} {pair.Value.Name}", pair.Value.ToString(), value.ToString());

    private static bool IsNoStricter(ApiValue from, ApiValue to) => to.Format is null || to.Format == from.Format || !to.Types.Contains("string") || to.Values is not null;

    private sealed record Part(ApiOperation Operation, string Kind, bool IsSent, IReadOnlyDictionary<string, ApiValue> Before, IReadOnlyDictionary<string, ApiValue> Now);
}
