namespace QualityGovernance.Web.Features.Risks.Controls;

public enum RiskControlType
{
    Preventive,
    Detective,
    Corrective,
    Directive,
}
