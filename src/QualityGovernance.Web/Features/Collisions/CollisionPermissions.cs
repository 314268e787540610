namespace QualityGovernance.Web.Features.Collisions;

public static class CollisionPermissions
{
    public static readonly Permission Read = new("collision:read");
    public static readonly Permission Create = new("collision:create");
    public static readonly Permission Update = new("collision:update");
    public static readonly Permission Delete = new("collision:delete");
}
