namespace QualityGovernance.Web.Features.Risks.Controls;

/// <summary>How far a control of a risk is put into practice.</summary>
public enum RiskControlStatus
{
    Planned,
    InProgress,
    Implemented,
    NotImplemented,
    NotApplicable,
}
