namespace QualityGovernance.Web.Features.RootCauseAnalyses;

public static class RootCauseAnalysisPermissions
{
    public static readonly Permission Read = new("rta:read");
    public static readonly Permission Create = new("rta:create");
    public static readonly Permission Update = new("rta:update");
    public static readonly Permission Approve = new("rta:approve");
    public static readonly Permission Delete = new("rta:delete");
}
