namespace QualityGovernance.Web.Features.Audits.Findings;

/// <summary>The gravest first.</summary>
public enum FindingSeverity
{
    Critical,
    High,
    Medium,
    Low,
    Observation,
}
