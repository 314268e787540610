namespace QualityGovernance.Web.Features.Complaints;

public static class ComplaintPermissions
{
    public static readonly Permission Read = new("complaint:read");
    public static readonly Permission Create = new("complaint:create");
    public static readonly Permission Update = new("complaint:update");
    public static readonly Permission Delete = new("complaint:delete");
}
