namespace QualityGovernance.Web.Features.Identity.Users;

public static class UserEndpoints
{
    private const string Superuser = "is no superuser where the account is one's";

    private static readonly string Roles = $"changes roles without {IdentityPermissions.AssignRoles}, or gives one that they do not hold";

    public static IEndpointRouteBuilder MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapModule("/api/v1/users", "Users");
        users.MapGet("", ReadUsers.ListAsync).RequirePermission(IdentityPermissions.ReadUsers).WithName("ListUsers").WithSummary("List users");
        users.MapPost("", CreateUser.HandleAsync).RequirePermission(IdentityPermissions.CreateUser).WithName("CreateUser").WithSummary("Create a user")
            .AlsoAnswers(403, Roles);
        users.MapGet("/{user_id}", ReadUsers.OneAsync).RequirePermission(IdentityPermissions.ReadUsers).WithName("GetUser").WithSummary("Get a user by ID");
        users.MapPatch("/{user_id}", UpdateUser.HandleAsync).RequirePermission(IdentityPermissions.UpdateUser).WithName("UpdateUser").WithSummary("Update a user")
            .AlsoAnswers(403, Roles)
            .AlsoAnswers(403, Superuser);
        users.MapDelete("/{user_id}", DeleteUser.HandleAsync).RequirePermission(IdentityPermissions.DeleteUser).WithName("DeleteUser").WithSummary("Delete a user")
            .AlsoAnswers(403, Superuser);
        return routes;
    }
}
