using System.Linq.Expressions;
using QualityGovernance.Web.Features.Identity.Roles;

namespace QualityGovernance.Web.Features.Identity.Users;

public sealed record UserResponse(
    int Id,
    string Email,
    string FirstName,
    string LastName,
    string? JobTitle,
    string? Department,
    string? Phone,
    bool IsActive,
    bool IsSuperuser,
    IReadOnlyList<RoleResponse> Roles,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<User, UserResponse>
{
    public static Expression<Func<User, UserResponse>> Projection => user => new UserResponse(
        user.Id,
        user.Email,
        user.FirstName,
        user.LastName,
        user.JobTitle,
        user.Department,
        user.Phone,
        user.IsActive,
        user.IsSuperuser,
        user.Roles
            .OrderBy(assigned => assigned.RoleId)
            .Select(assigned => new RoleResponse(
                assigned.Role!.Id,
                assigned.Role.Name,
                assigned.Role.Description,
                assigned.Role.Permissions,
                assigned.Role.IsSystemRole,
                assigned.Role.CreatedAt,
                assigned.Role.UpdatedAt))
            .ToList(),
        user.CreatedAt,
        user.UpdatedAt);

    /// <summary>Of a user who is at hand with the roles.</summary>
}
