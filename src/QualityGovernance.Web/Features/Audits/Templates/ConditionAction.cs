namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What happens to a question when a condition holds. Hide and skip are the same: the question is not asked.</summary>
public enum ConditionAction
{
    Show,
    Hide,
    Require,
    Skip,
}
