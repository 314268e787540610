using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Policies;

/// <summary>Who may open which policy. Every query of the module begins here, so that a policy which may not be opened is nowhere.</summary>
internal static class PolicyAccess
{
    public static IQueryable<Policy> PoliciesFor(this QgpDbContext db, CurrentUser reader) =>
        reader.IsSuperuser ? db.Set<Policy>() : db.Set<Policy>().Where(MayBeOpenedBy(reader));

    /// <summary>The policy with its open version, the one in force or retired and the one asked for; to be changed.</summary>
    public static Task<Policy?> FindPolicyAsync(this QgpDbContext db, CurrentUser reader, int policyId, int number, CancellationToken cancellation) =>
        db.PoliciesFor(reader)
            .Include(policy => policy.Versions.Where(version => version.Number == number || version.Status != DocumentStatus.Superseded))
            .OneAsync(policyId, cancellation);

    /// <summary>As it says: also deleted ones. Superusers are not to be asked about.</summary>
    public static Expression<Func<Policy, bool>> MayNotBeOpenedBy(CurrentUser reader)
    {
        var opened = MayBeOpenedBy(reader);
        return Expression.Lambda<Func<Policy, bool>>(Expression.Not(opened.Body), opened.Parameters);
    }

    private static Expression<Func<Policy, bool>> MayBeOpenedBy(CurrentUser reader)
    {
        var (userId, roleIds) = (reader.Id, reader.RoleIds);
        return policy => policy.Visibility != PolicyVisibility.Restricted
            || policy.CreatedById == userId
            || (policy.AllowedUserIds != null && policy.AllowedUserIds.Contains(userId))
            || (policy.AllowedRoleIds != null && policy.AllowedRoleIds.Any(role => roleIds.Contains(role)));
    }
}
