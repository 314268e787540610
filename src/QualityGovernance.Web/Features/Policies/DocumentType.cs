namespace QualityGovernance.Web.Features.Policies;

public enum DocumentType
{
    Policy,
    Procedure,
    WorkInstruction,
    Sop,
    Form,
    Template,
    Guideline,
    Manual,
    Record,
    Other,
}
