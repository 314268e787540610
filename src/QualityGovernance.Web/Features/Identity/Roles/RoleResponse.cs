using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Identity.Roles;

public sealed record RoleResponse(
    int Id,
    string Name,
    string? Description,
    string? Permissions,
    bool IsSystemRole,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<Role, RoleResponse>
{
    public static Expression<Func<Role, RoleResponse>> Projection => role =>
        new RoleResponse(role.Id, role.Name, role.Description, role.Permissions, role.IsSystemRole, role.CreatedAt, role.UpdatedAt);
}
