namespace QualityGovernance.Web.Features.Collisions;

public enum CollisionStatus
{
    Reported,
    UnderInvestigation,
    PendingInsurance,
    PendingActions,
    Closed,
}
