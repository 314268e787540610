namespace QualityGovernance.Web.Features.Incidents;

public static class IncidentPermissions
{
    public static readonly Permission Read = new("incident:read");
    public static readonly Permission Create = new("incident:create");
    public static readonly Permission Update = new("incident:update");
    public static readonly Permission Delete = new("incident:delete");
    public static readonly Permission SetReferenceNumber = new("incident:set_reference_number");
}
