using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Policies;

/// <summary>The restricted policies that a reader is not among the readers of.</summary>
internal sealed class HiddenPolicies(QgpDbContext db) : IHiddenRecords
{
    public string EntityType => "policy";

    public IQueryable<int>? HiddenFrom(CurrentUser reader) =>
        reader.IsSuperuser ? null : db.Set<Policy>().IgnoreQueryFilters().Where(PolicyAccess.MayNotBeOpenedBy(reader)).Select(policy => policy.Id);
}
