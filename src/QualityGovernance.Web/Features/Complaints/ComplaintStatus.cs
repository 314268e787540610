namespace QualityGovernance.Web.Features.Complaints;

public enum ComplaintStatus
{
    Received,
    Acknowledged,
    UnderInvestigation,
    PendingResponse,
    AwaitingCustomer,
    Resolved,
    Closed,
    Escalated,
}
