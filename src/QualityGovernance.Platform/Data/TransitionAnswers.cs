using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Refuses a change of state, and says which ones are allowed.</summary>
public static class TransitionAnswers
{
    public static ProblemHttpResult Refusal<T>(this Transitions<T> transitions, T from, T to)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(transitions);
        var allowed = Names(transitions.After(from));
        return ApiProblem.Conflict(
            allowed.Count == 0
                ? $"The status {EnumNames.Of(from)} is final; it can't become {EnumNames.Of(to)}."
                : $"The status can't go from {EnumNames.Of(from)} to {EnumNames.Of(to)}. Allowed from here: {string.Join(", ", allowed)}.",
            Details(EnumNames.Of(from), EnumNames.Of(to), allowed));
    }

    /// <summary>For a new record that wants to start further on.</summary>
    public static ProblemHttpResult RefusalToStart<T>(this Transitions<T> transitions, T at)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(transitions);
        var first = EnumNames.Of(transitions.First);
        return ApiProblem.Conflict($"A new record starts as {first}, not as {EnumNames.Of(at)}. Create it, then change its status.", Details(null, EnumNames.Of(at), [first]));
    }

    private static List<string> Names<T>(IEnumerable<T> states)
        where T : struct, Enum => states.Select(EnumNames.Of).ToList();

    private static Dictionary<string, object?> Details(string? from, string to, IReadOnlyList<string> allowed) =>
        new() { ["from"] = from, ["to"] = to, ["allowed"] = allowed };
}
