using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Identity.Roles;

/// <summary>What is left out stays as it is.</summary>
public sealed record RoleUpdate(
    [Required, Text(Role.LongestName, Min = 1)] Optional<string?> Name,
    [Text(Role.LongestDescription)] Optional<string?> Description,
    [SetApart, Text(PermissionList.Longest)] Optional<string?> Permissions) : IPartialUpdate<Role>;

internal static class UpdateRole
{
    public static async Task<Results<Ok<RoleResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "role_id")] int roleId, RoleUpdate request, CurrentUser current, PermissionCatalogue catalogue, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        var permissions = errors.Permissions(request.Permissions.Value, catalogue);
        if (errors.Any) return errors.ToProblem();

        if (await db.OneAsync<Role>(roleId, cancellation) is not { } role) return ApiProblem.NotFound("Role", roleId);
        var name = request.Name.Or(role.Name)!;
        if (role.IsSystemRole && name != role.Name) return ApiProblem.Conflict($"{role.Name} is a system role; it keeps its name.");
        if (await db.Set<Role>().AnyAsync(other => other.Id != roleId && other.Name == name, cancellation)) return ApiProblem.Conflict($"Another role is called {name}.");
        if (RoleAssignment.Beyond(permissions.Except(Role.Split(role.Permissions)), current) is { } refusal) return refusal;

        request.ApplyTo(role);
        if (request.Permissions.HasValue) role.Grant(permissions);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(RoleResponse.Of(role));
    }
}
