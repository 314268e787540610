namespace QualityGovernance.Web.Features.Audits.Templates;

public enum ConditionOperator
{
    Equals,
    NotEquals,
    Contains,
    GreaterThan,
    LessThan,
    IsEmpty,
    IsNotEmpty,
}
