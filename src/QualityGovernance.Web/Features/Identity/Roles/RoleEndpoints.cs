using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Identity.Roles;

public static class RoleEndpoints
{
    private const string Beyond = "gives permissions that they do not have";

    public static IEndpointRouteBuilder MapRoles(this IEndpointRouteBuilder routes)
    {
        var roles = routes.MapModule("/api/v1/users/roles", "Users");
        roles.MapGet("/", ListAsync).RequirePermission(IdentityPermissions.ReadRoles).WithName("ListRoles").WithSummary("List roles");
        roles.MapPost("/", CreateRole.HandleAsync).RequirePermission(IdentityPermissions.CreateRole).WithName("CreateRole").WithSummary("Create a role")
            .AlsoAnswers(403, Beyond);
        roles.MapPatch("/{role_id}", UpdateRole.HandleAsync).RequirePermission(IdentityPermissions.UpdateRole).WithName("UpdateRole").WithSummary("Update a role")
            .AlsoAnswers(403, Beyond);
        return routes;
    }

    /// <summary>All of them: there are few, and clients expect a plain array.</summary>
    internal static async Task<Ok<List<RoleResponse>>> ListAsync(QgpDbContext db, CancellationToken cancellation) =>
        TypedResults.Ok(await db.Set<Role>().OrderBy(role => role.Name).ThenBy(role => role.Id).Select(RoleResponse.Projection).ToListAsync(cancellation));
}
