using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Features.Policies;

public static class PolicyPermissions
{
    public static readonly Permission Read = new("policy:read");
    public static readonly Permission Create = new("policy:create");
    public static readonly Permission Update = new("policy:update");
    public static readonly Permission Delete = new("policy:delete");
    public static readonly Permission SetReferenceNumber = new("policy:set_reference_number");
}
