namespace QualityGovernance.Web.Features.Policies;

public enum DocumentStatus
{
    Draft,
    UnderReview,
    Approved,
    Published,
    Superseded,
    Retired,
}
