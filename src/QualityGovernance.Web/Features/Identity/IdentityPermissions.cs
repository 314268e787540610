namespace QualityGovernance.Web.Features.Identity;

public static class IdentityPermissions
{
    public static readonly Permission ReadUsers = new("user:read");
    public static readonly Permission CreateUser = new("user:create");
    public static readonly Permission UpdateUser = new("user:update");
    public static readonly Permission DeleteUser = new("user:delete");
    public static readonly Permission ReadRoles = new("role:read");
    public static readonly Permission CreateRole = new("role:create");
    public static readonly Permission UpdateRole = new("role:update");
    public static readonly Permission AssignRoles = new("role:assign");
}
