namespace QualityGovernance.Platform.Data;

/// <summary>The states of a record, and which may follow which.</summary>
public sealed class Transitions<T>
    where T : struct, Enum
{
    private readonly IReadOnlyDictionary<T, T[]> _next;

    /// <param name="first">The state of every new record.</param>
    /// <param name="next">For every state those that may follow; a state left out is final.</param>
    public Transitions(T first, IReadOnlyDictionary<T, T[]> next) => (First, _next) = (first, next);

    public T First { get; }

    public IReadOnlyList<T> After(T state) => _next.TryGetValue(state, out var states) ? states : [];

    /// <summary>Staying is always allowed.</summary>
    public bool Allow(T from, T to) => EqualityComparer<T>.Default.Equals(from, to) || After(from).Contains(to);
}
