namespace QualityGovernance.Web.Features.Audits.Findings;

public enum FindingType
{
    Nonconformity,
    Observation,
    Opportunity,
    Positive,
}
