namespace QualityGovernance.Web.Features.AuditTrail;

public static class AuditPermissions
{
    public static readonly Permission Read = new("audit:read");
    public static readonly Permission Export = new("audit:export");
}
