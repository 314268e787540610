using System.Globalization;

namespace QualityGovernance.Deployment.Contracts;

/// <summary>
/// Finds what breaks clients. A request may only become freer, an answer only more definite; what is new in an answer breaks nobody, because clients are
/// told to pass over what they do not know.
/// </summary>
public static class BreakingChanges
{
    public static IReadOnlyList<ApiChange> Between(ApiContract before, ApiContract after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. before.Operations.SelectMany(pair => after.Operations.TryGetValue(pair.Key, out var now)
            ? OfOperation(pair.Value, now)
            : [new ApiChange(pair.Value.ToString(), "", "the operation is gone")])];
    }

    private static IEnumerable<ApiChange> OfOperation(ApiOperation before, ApiOperation after)
    {
        var operation = before.ToString();
        foreach (var change in OfInput(operation, "parameter ", before.Parameters, after.Parameters)) yield return change;
        foreach (var change in OfInput(operation, "request ", before.Request, after.Request)) yield return change;
        foreach (var (status, answer) in before.Answers)
        {
            if (!after.Answers.TryGetValue(status, out var now))
                yield return new ApiChange(operation, $"answer {status}", "the status is gone");
            else
                foreach (var change in OfAnswer(operation, $"answer {status} ", answer, now)) yield return change;
        }
    }

    private static IEnumerable<ApiChange> OfInput(string operation, string kind, IReadOnlyDictionary<string, ApiValue> before, IReadOnlyDictionary<string, ApiValue> after)
    {
        foreach (var (path, value) in before)
        {
            var place = (kind + path).Trim();
            if (!after.TryGetValue(path, out var now))
            {
                // An address is found by the place of its parameters; their names are for people.
                if (!path.StartsWith("path ", StringComparison.Ordinal)) yield return new ApiChange(operation, place, "it is gone");
                continue;
            }

            if (!now.Takes(value)) yield return new ApiChange(operation, place, $"{value} was accepted, {now} is");
            else if (now.Format != value.Format && now.Format is not null && now.Types.Contains("string")) yield return new ApiChange(operation, place, $"the format {now.Format} is needed");
            if (now.Required && !value.Required) yield return new ApiChange(operation, place, "it is required");
            foreach (var gone in Gone(value.Values, now.Values)) yield return new ApiChange(operation, place, gone);
            foreach (var limit in now.Limits.Where(limit => IsTighter(limit.Key, limit.Value, value.Limits)))
                yield return new ApiChange(operation, place, string.Create(CultureInfo.InvariantCulture, $"{limit.Key} is {limit.Value}"));
        }

        foreach (var (path, value) in after.Where(pair => pair.Value.Required && !before.ContainsKey(pair.Key) && IsNewAlone(pair.Key, before)))
            if (!path.StartsWith("path ", StringComparison.Ordinal)) yield return new ApiChange(operation, (kind + path).Trim(), $"{value} is new and required");
    }

    private static IEnumerable<ApiChange> OfAnswer(string operation, string kind, IReadOnlyDictionary<string, ApiValue> before, IReadOnlyDictionary<string, ApiValue> after)
    {
        foreach (var (path, value) in before)
        {
            var place = (kind + path).Trim();
            if (!after.TryGetValue(path, out var now))
            {
                yield return new ApiChange(operation, place, "it is gone");
                continue;
            }

            if (!value.Takes(now)) yield return new ApiChange(operation, place, $"{value} was answered, {now} is");
            else if (value.Format is not null && now.Format != value.Format) yield return new ApiChange(operation, place, $"the format {value.Format} is gone");
            if (value.Required && !now.Required) yield return new ApiChange(operation, place, "it may be left out");
            // A text that turns out to be one of a closed set is more definite, not less.
            foreach (var gone in value.Values is null ? [] : Gone(value.Values, now.Values)) yield return new ApiChange(operation, place, gone);
        }
    }

    private static IEnumerable<string> Gone(IReadOnlySet<string>? before, IReadOnlySet<string>? after) => (before, after) switch
    {
        (_, null) => [],
        (null, _) => ["it is one of a closed set"],
        _ => before.Except(after, StringComparer.Ordinal).Select(value => $"the value {value} is gone"),
    };

    private static bool IsTighter(string name, decimal now, IReadOnlyDictionary<string, decimal> before) =>
        !before.TryGetValue(name, out var was) || (name.Contains("min", StringComparison.OrdinalIgnoreCase) ? now > was : now < was);

    /// <summary>What is required inside something new and optional is required of nobody.</summary>
    private static bool IsNewAlone(string path, IReadOnlyDictionary<string, ApiValue> before)
    {
        var end = path.TrimEnd('[', ']').LastIndexOf('.');
        var parent = path.EndsWith("[]", StringComparison.Ordinal) ? path[..^2] : end < 0 ? "" : path[..end];
        return before.ContainsKey(parent) || parent.Length == 0;
    }
}
