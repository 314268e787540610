namespace QualityGovernance.Web.Features.Audits.Findings;

public enum FindingStatus
{
    Open,
    InProgress,
    PendingVerification,
    Closed,
    Deferred,
}
