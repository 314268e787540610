namespace QualityGovernance.Web.Features.Risks.Controls;

public enum ControlEffectiveness
{
    Effective,
    PartiallyEffective,
    Ineffective,
    NotTested,
}
