namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>The answers to a yes_no question, the good one first.</summary>
public enum YesNo
{
    Yes,
    No,
}
