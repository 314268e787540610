namespace QualityGovernance.Web.Features.Risks.Links;

/// <summary>What a risk, or a control of one, can point to.</summary>
public enum LinkKind
{
    Clause,
    Control,
    Audit,
    Incident,
    Policy,
}
