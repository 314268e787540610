namespace QualityGovernance.Web.Features.Risks;

public enum RiskCategory
{
    Strategic,
    Operational,
    Financial,
    Compliance,
    Reputational,
    Safety,
    Environmental,
    InformationSecurity,
}
