namespace QualityGovernance.Web.Features.Audits.Runs;

public enum AuditRunStatus
{
    Scheduled,
    InProgress,
    PendingReview,
    Completed,
    Cancelled,
}
