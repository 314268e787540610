using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;
using QualityGovernance.Web.Features.Identity.Roles;

namespace QualityGovernance.Web.Features.Identity.Users;

/// <summary>Who may give which roles: nobody gives what they do not have.</summary>
internal static class RoleAssignment
{
    /// <summary>Roles named in one request.</summary>
    public const int Most = 100;

    /// <summary>Null when the roles may be given by this user.</summary>
    public static async Task<ProblemHttpResult?> RefusalAsync(IReadOnlyCollection<int> roleIds, CurrentUser giver, QgpDbContext db, CancellationToken cancellation)
    {
        var roles = await db.Set<Role>().Where(role => roleIds.Contains(role.Id)).Select(role => new { role.Id, role.Permissions }).ToListAsync(cancellation);
        var unknown = roleIds.Except(roles.Select(role => role.Id)).ToList();
        if (unknown.Count > 0) return ApiProblem.Validation("role_ids", $"There is no role {string.Join(" or ", unknown)}.");
        if (!giver.May(IdentityPermissions.AssignRoles))
            return ApiProblem.Forbidden($"Changing a user's roles needs the permission {IdentityPermissions.AssignRoles}.");
        return Beyond(roles.SelectMany(role => Role.Split(role.Permissions)), giver);
    }

    /// <summary>Null when the giver has all of them.</summary>
    public static ProblemHttpResult? Beyond(IEnumerable<string> permissions, CurrentUser giver)
    {
        var missing = giver.IsSuperuser ? [] : permissions.Except(giver.Permissions, StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? null : ApiProblem.Forbidden($"Nobody can give permissions they do not have; missing: {string.Join(", ", missing)}.");
    }
}
