namespace QualityGovernance.Platform.Data;

/// <summary>What a query of a <see cref="RoundTrip"/> finds.</summary>
public sealed class Awaited<T>
{
    private IReadOnlyList<T>? _found;

    /// <exception cref="InvalidOperationException">The trip was not made yet.</exception>
    public IReadOnlyList<T> All => _found ?? throw new InvalidOperationException($"The trip that asks for {typeof(T).Name} was not made yet. Call {nameof(RoundTrip)}.{nameof(RoundTrip.SendAsync)}.");

    public bool Any => All.Count > 0;

    /// <summary>The only one; none is the default of the type.</summary>
    public T? One => All.SingleOrDefault();

    internal void Arrive(IReadOnlyList<T> found) => _found = found;
}
