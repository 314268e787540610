namespace QualityGovernance.Web.Features.Incidents;

public enum IncidentStatus
{
    Reported,
    UnderInvestigation,
    PendingActions,
    ActionsInProgress,
    PendingReview,
    Closed,
}
