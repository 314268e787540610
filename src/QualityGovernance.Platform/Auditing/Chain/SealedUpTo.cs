namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>
/// Up to which id every entry is sealed and none can come any more, so that looking for unsealed ones needs not begin at the first. An id is given before its
/// transaction commits: a later one may be there while an earlier one is still under way. So an id counts only when every transaction that was writing entries at the moment
/// it was seen has ended since.
/// </summary>
/// <remarks>Kept in memory only, and a matter of speed only: from 0, everything is looked through, and nothing is ever missed.</remarks>
internal sealed class SealedUpTo
{
    private long _seen;
    private IReadOnlySet<string> _writing = new HashSet<string>();

    public long Id { get; private set; }

    /// <summary>Before the unsealed entries are read.</summary>
    /// <param name="lastId">The highest id that can be seen.</param>
    /// <param name="writers">The transactions that are writing entries, asked for after that.</param>
    public void Look(long lastId, IReadOnlySet<string> writers)
    {
        if (_seen > Id)
        {
            _writing = _writing.Where(writers.Contains).ToHashSet(StringComparer.Ordinal);
            return; // the earlier look is still to be decided
        }

        (_seen, _writing) = (lastId, writers);
    }

    /// <summary>After every unsealed entry that could be seen since the look was sealed.</summary>
    public void AllSealed()
    {
        if (_writing.Count == 0 && _seen > Id) Id = _seen;
    }

    public void Forget() => (Id, _seen, _writing) = (0, 0, new HashSet<string>());
}
