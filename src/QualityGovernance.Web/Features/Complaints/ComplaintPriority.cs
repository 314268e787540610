namespace QualityGovernance.Web.Features.Complaints;

public enum ComplaintPriority
{
    Critical,
    High,
    Medium,
    Low,
}
