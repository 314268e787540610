namespace QualityGovernance.Platform.Security;

/// <summary>
/// A feature with records that not every reader may open says here which those are. For such a reader their entries are in no list of the audit trail, nor in its
/// totals, and another record can't be made to point to them: it is as if they were not there.
/// </summary>
public interface IHiddenRecords
{
    /// <summary>As the audit trail names it, such as policy.</summary>
    string EntityType { get; }

    /// <summary>Their ids, those of deleted records included; null for a reader who may open all.</summary>
    IQueryable<int>? HiddenFrom(CurrentUser reader);
}
