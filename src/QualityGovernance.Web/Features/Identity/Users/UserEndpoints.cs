namespace QualityGovernance.Web.Features.Identity.Users;

public static class UserEndpoints
{
    public static IEndpointRouteBuilder MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapModule("/api/v1/users", "Users");
        users.MapGet("", ReadUsers.ListAsync).RequirePermission(IdentityPermissions.ReadUsers).WithName("ListUsers").WithSummary("List users");
        users.MapPost("", CreateUser.HandleAsync).RequirePermission(IdentityPermissions.CreateUser).WithName("CreateUser").WithSummary("Create a user")
            .AlsoAnswers(403, $"changes roles without {IdentityPermissions.AssignRoles}, or gives one that they do not hold");
        users.MapGet("/{user_id}", ReadUsers.OneAsync).RequirePermission(IdentityPermissions.ReadUsers).WithName("GetUser").WithSummary("Get a user by ID");
        users.MapPatch("/{user_id}", UpdateUser.HandleAsync).RequirePermission(IdentityPermissions.UpdateUser).WithName("UpdateUser").WithSummary("Update a user")
            .AlsoAnswers(403, $"changes roles without {IdentityPermissions.AssignRoles}, or gives one that they do not hold")
            .AlsoAnswers(403, "is no superuser where the account is one's");
        users.MapDelete("/{user_id}", DeleteUser.HandleAsync).RequirePermission(IdentityPermissions.DeleteUser).WithName("DeleteUser").WithSummary("Delete a user")
            .AlsoAnswers(403, "is no superuser where the account is one's");
        return routes;
    }
}
