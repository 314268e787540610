using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Risks.Assessments;

public sealed record RiskAssessmentResponse(
    int Id,
    int RiskId,
    DateTimeOffset AssessmentDate,
    AssessmentType AssessmentType,
    int InherentLikelihood,
    int InherentImpact,
    int InherentScore,
    string InherentLevel,
    int ResidualLikelihood,
    int ResidualImpact,
    int ResidualScore,
    string ResidualLevel,
    int? TargetLikelihood,
    int? TargetImpact,
    int? TargetScore,
    string? TargetLevel,
    string? AssessmentNotes,
    string? ControlEffectivenessNotes,
    int? AssessedById,
    DateTimeOffset CreatedAt) : IProjection<RiskAssessment, RiskAssessmentResponse>
{
    public static Expression<Func<RiskAssessment, RiskAssessmentResponse>> Projection => assessment => new RiskAssessmentResponse(
        assessment.Id,
        assessment.RiskId,
        assessment.AssessmentDate,
        assessment.AssessmentType,
        assessment.InherentLikelihood,
        assessment.InherentImpact,
        assessment.InherentScore,
        assessment.InherentLevel,
        assessment.ResidualLikelihood,
        assessment.ResidualImpact,
        assessment.ResidualScore,
        assessment.ResidualLevel,
        assessment.TargetLikelihood,
        assessment.TargetImpact,
        assessment.TargetScore,
        assessment.TargetLevel,
        assessment.AssessmentNotes,
        assessment.ControlEffectivenessNotes,
        assessment.AssessedById,
        assessment.CreatedAt);
}
