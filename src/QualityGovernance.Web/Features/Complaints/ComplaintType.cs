namespace QualityGovernance.Web.Features.Complaints;

public enum ComplaintType
{
    Product,
    Service,
    Delivery,
    Communication,
    Billing,
    Staff,
    Environmental,
    Safety,
    Other,
}
