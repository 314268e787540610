namespace QualityGovernance.Web.Features.Risks.Assessments;

public enum AssessmentType
{
    Initial,
    Periodic,
    Triggered,
    PostIncident,
}
