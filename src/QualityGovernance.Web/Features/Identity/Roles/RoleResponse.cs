using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Identity.Roles;

public sealed record RoleResponse(
    int Id,
    string Name,
    string? Description,
    string? Permissions,
    bool IsSystemRole,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    private static readonly Func<Role, RoleResponse> Compiled = Projection.Compile();

    public static Expression<Func<Role, RoleResponse>> Projection => role =>
        new RoleResponse(role.Id, role.Name, role.Description, role.Permissions, role.IsSystemRole, role.CreatedAt, role.UpdatedAt);

    public static RoleResponse Of(Role role) => Compiled(role);
}
