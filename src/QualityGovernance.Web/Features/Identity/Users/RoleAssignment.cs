using QualityGovernance.Web.Features.Identity.Roles;

namespace QualityGovernance.Web.Features.Identity.Users;

/// <summary>
/// Who may give which roles: nobody gives what they do not have, not even to themselves. What a role opens is more than its permissions, because records of any feature may be
/// restricted to its holders; so one has to hold it. Superusers, from whom nothing is hidden, give any.
/// </summary>
internal static class RoleAssignment
{
    /// <summary>Roles named in one request.</summary>
    public const int Most = 100;

    /// <summary>Null when the roles may be given by this user.</summary>
    public static Func<ProblemHttpResult?> AskRefusal(RoundTrip trip, IReadOnlyCollection<int> roleIds, CurrentUser giver, QgpDbContext db)
    {
        var roles = trip.Ask(db.Set<Role>().Where(role => roleIds.Contains(role.Id))); // kept: the answer shows them
        return () => Refusal(roleIds, roles.All, giver);
    }

    private static ProblemHttpResult? Refusal(IReadOnlyCollection<int> roleIds, IReadOnlyList<Role> roles, CurrentUser giver)
    {
        var unknown = roleIds.Except(roles.Select(role => role.Id)).ToList();
        if (unknown.Count > 0) return ApiProblem.Validation("role_ids", $"There is no role {string.Join(" or ", unknown)}.");
        if (!giver.May(IdentityPermissions.AssignRoles))
            return ApiProblem.Forbidden($"Changing a user's roles needs the permission {IdentityPermissions.AssignRoles}.");
        var missing = giver.IsSuperuser ? [] : roles.Where(role => !giver.RoleIds.Contains(role.Id)).Select(role => role.Name).ToList();
        return missing.Count == 0 ? null : ApiProblem.Forbidden($"Nobody can give a role that they do not have; missing: {string.Join(", ", missing)}. Ask somebody who has it, or a superuser.");
    }

    /// <summary>Null when the giver has all of them.</summary>
    public static ProblemHttpResult? Beyond(IEnumerable<string> permissions, CurrentUser giver)
    {
        var missing = giver.IsSuperuser ? [] : permissions.Except(giver.Permissions, StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? null : ApiProblem.Forbidden($"Nobody can give permissions they do not have; missing: {string.Join(", ", missing)}.");
    }
}
