using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Auditing;

namespace QualityGovernance.Web.Features.Policies;

/// <summary>Keeps the entries of policies which the reader may not open out of the audit trail, deleted policies included.</summary>
internal sealed class PolicyTrail(QgpDbContext db) : IAuditVisibility
{
    public IQueryable<AuditEntry> Visible(IQueryable<AuditEntry> entries, CurrentUser reader)
    {
        if (reader.IsSuperuser) return entries;
        var hidden = db.Set<Policy>().IgnoreQueryFilters().Where(PolicyAccess.MayNotBeOpenedBy(reader)).Select(policy => (int?)policy.Id);
        return entries.Where(entry => entry.EntityType != "policy" || !hidden.Contains(entry.EntityId));
    }
}
