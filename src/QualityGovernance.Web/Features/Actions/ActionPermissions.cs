namespace QualityGovernance.Web.Features.Actions;

public static class ActionPermissions
{
    public static readonly Permission Read = new("action:read");
    public static readonly Permission Create = new("action:create");

    /// <summary>To correct it, begin it, complete it, take it up again.</summary>
    public static readonly Permission Update = new("action:update");
    public static readonly Permission Verify = new("action:verify");

    /// <summary>To say whether it helped.</summary>
    public static readonly Permission Judge = new("action:judge");
    public static readonly Permission Cancel = new("action:cancel");
    public static readonly Permission Delete = new("action:delete");
}
