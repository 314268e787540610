namespace QualityGovernance.Web.Features.Risks;

/// <summary>Who reads risks reads their controls, assessments and statistics with them.</summary>
public static class RiskPermissions
{
    public static readonly Permission Read = new("risk:read");
    public static readonly Permission Create = new("risk:create");
    public static readonly Permission Update = new("risk:update");
    public static readonly Permission Delete = new("risk:delete");
    public static readonly Permission Assess = new("risk:assess");
    public static readonly Permission CreateControl = new("risk_control:create");
    public static readonly Permission UpdateControl = new("risk_control:update");
    public static readonly Permission DeleteControl = new("risk_control:delete");
}
