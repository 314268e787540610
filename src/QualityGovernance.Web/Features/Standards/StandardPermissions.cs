namespace QualityGovernance.Web.Features.Standards;

/// <summary>Who reads the library reads clauses, controls and the statement of applicability with it.</summary>
public static class StandardPermissions
{
    public static readonly Permission Read = new("standard:read");
    public static readonly Permission Create = new("standard:create");
    public static readonly Permission Update = new("standard:update");
    public static readonly Permission CreateClause = new("clause:create");
    public static readonly Permission UpdateClause = new("clause:update");
    public static readonly Permission CreateControl = new("control:create");
    public static readonly Permission UpdateControl = new("control:update");
}
