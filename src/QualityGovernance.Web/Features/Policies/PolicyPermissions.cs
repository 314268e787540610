namespace QualityGovernance.Web.Features.Policies;

public static class PolicyPermissions
{
    public static readonly Permission Read = new("policy:read");
    public static readonly Permission Create = new("policy:create");
    public static readonly Permission Update = new("policy:update");
    public static readonly Permission Delete = new("policy:delete");
    public static readonly Permission SetReferenceNumber = new("policy:set_reference_number");

    /// <summary>And to reject. Of no use for a version that one has written.</summary>
    public static readonly Permission Approve = new("policy:approve");

    /// <summary>And to retire.</summary>
    public static readonly Permission Publish = new("policy:publish");

    public static readonly Permission Acknowledge = new("policy:acknowledge");
    public static readonly Permission ReadAcknowledgements = new("policy:read_acknowledgements");
}
