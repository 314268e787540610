namespace QualityGovernance.Web.Features.Audits;

public static class AuditsPermissions
{
    public static readonly Permission ReadTemplates = new("audit_template:read");
    public static readonly Permission CreateTemplate = new("audit_template:create");
    public static readonly Permission UpdateTemplate = new("audit_template:update");
    public static readonly Permission DeleteTemplate = new("audit_template:delete");
    public static readonly Permission PublishTemplate = new("audit_template:publish");
    public static readonly Permission ReadRuns = new("audit_run:read");
    public static readonly Permission CreateRun = new("audit_run:create");
    public static readonly Permission UpdateRun = new("audit_run:update");
    public static readonly Permission ConductRun = new("audit_run:conduct");

    /// <summary>To declare a run completed that was handed in for review.</summary>
    public static readonly Permission ApproveRun = new("audit_run:approve");
    public static readonly Permission ReadFindings = new("audit_finding:read");
    public static readonly Permission CreateFinding = new("audit_finding:create");
    public static readonly Permission UpdateFinding = new("audit_finding:update");
}
