using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Identity.Roles;

public sealed record RoleCreate(
    [Required, Text(Role.LongestName, Min = 1)] string? Name,
    [Text(Role.LongestDescription)] string? Description = null,
    [Text(PermissionList.Longest)] string? Permissions = null);

internal static class CreateRole
{
    public static async Task<Results<Created<RoleResponse>, ProblemHttpResult>> HandleAsync(
        RoleCreate request, CurrentUser current, PermissionCatalogue catalogue, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        var permissions = errors.Permissions(request.Permissions, catalogue);
        if (errors.Any) return errors.ToProblem();
        if (RoleAssignment.Beyond(permissions, current) is { } refusal) return refusal;
        if (await db.Set<Role>().AnyAsync(other => other.Name == request.Name, cancellation)) return ApiProblem.Conflict($"Another role is called {request.Name}.");

        var role = new Role { Name = request.Name!, Description = request.Description };
        role.Grant(permissions);
        db.Add(role);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created("/api/v1/users/roles", RoleResponse.Of(role));
    }
}
