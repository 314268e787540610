namespace QualityGovernance.Web.Features.Policies;

public enum PolicyVisibility
{
    Everyone,
    Restricted,
}
