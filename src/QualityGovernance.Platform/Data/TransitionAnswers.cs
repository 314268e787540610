using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Refuses a change of state, and says which ones are allowed.</summary>
public static class TransitionAnswers
{
    /// <summary>For a record that takes its status with everything else. Null when the change is allowed; staying is.</summary>
    public static ProblemHttpResult? RefusalToBecome<T>(this Transitions<T> transitions, T from, T to)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(transitions);
        return transitions.Allow(from, to) ? null : transitions.Refusal(from, to);
    }

    /// <summary>For an operation that is a move. Null when it is allowed; staying is no move.</summary>
    public static ProblemHttpResult? RefusalToMove<T>(this Transitions<T> transitions, T from, T to)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(transitions);
        return transitions.After(from).Contains(to) ? null : transitions.Refusal(from, to);
    }

    /// <summary>Of a move that something else forbids, or that another operation is for.</summary>
    /// <param name="transitions">Those of the record.</param>
    /// <param name="from">Its status.</param>
    /// <param name="to">What it was to become.</param>
    /// <param name="message">Says it in other words, which the list of states in the details goes with; null for the usual ones.</param>
    /// <param name="allowed">Those states that something else leaves of the ones the transitions allow; all of them unless given.</param>
    public static ProblemHttpResult Refusal<T>(this Transitions<T> transitions, T from, T to, string? message = null, IReadOnlyCollection<T>? allowed = null)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(transitions);
        var names = Names(allowed ?? transitions.After(from));
        message ??= names.Count == 0
            ? $"The status {EnumNames.Of(from)} is final; it can't become {EnumNames.Of(to)}."
            : $"The status can't go from {EnumNames.Of(from)} to {EnumNames.Of(to)}. Allowed from here: {string.Join(", ", names)}.";
        return ApiProblem.Conflict(message, Details(EnumNames.Of(from), EnumNames.Of(to), names));
    }

    /// <summary>For a new record that wants to start further on; null when it does not.</summary>
    public static ProblemHttpResult? RefusalToStart<T>(this Transitions<T> transitions, T at)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(transitions);
        if (EqualityComparer<T>.Default.Equals(at, transitions.First)) return null;
        var first = EnumNames.Of(transitions.First);
        return ApiProblem.Conflict($"A new record starts as {first}, not as {EnumNames.Of(at)}. Create it, then change its status.", Details(null, EnumNames.Of(at), [first]));
    }

    private static List<string> Names<T>(IEnumerable<T> states)
        where T : struct, Enum => states.Select(EnumNames.Of).ToList();

    private static Dictionary<string, object?> Details(string? from, string to, IReadOnlyList<string> allowed) =>
        new() { ["from"] = from, ["to"] = to, ["allowed"] = allowed };
}
