namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>The answers to a pass_fail question, the good one first.</summary>
public enum PassFail
{
    Pass,
    Fail,
}
