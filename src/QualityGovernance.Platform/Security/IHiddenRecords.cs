using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Auditing;

/// <summary>A feature with records that not every reader may open says here which entries tell of them: those are in no list of the trail, nor in its totals.</summary>
public interface IAuditVisibility
{
    IQueryable<AuditEntry> Visible(IQueryable<AuditEntry> entries, CurrentUser reader);
}
