namespace QualityGovernance.Web.Features.Actions;

public enum ActionPriority
{
    Critical,
    High,
    Medium,
    Low,
}
