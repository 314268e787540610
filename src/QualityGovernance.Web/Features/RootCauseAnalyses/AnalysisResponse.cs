using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.RootCauseAnalyses;

public sealed record AnalysisResponse(
    int Id,
    string ReferenceNumber,
    int IncidentId,
    string Title,
    string ProblemStatement,
    string? RootCause,
    string? CorrectiveActions,
    AnalysisStatus Status,
    int? CreatedById,
    int? EditedById,
    int? ApprovedById,
    DateTimeOffset? ApprovedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<RootCauseAnalysis, AnalysisResponse>
{
    public static Expression<Func<RootCauseAnalysis, AnalysisResponse>> Projection => analysis => new AnalysisResponse(
        analysis.Id,
        analysis.ReferenceNumber,
        analysis.IncidentId,
        analysis.Title,
        analysis.ProblemStatement,
        analysis.RootCause,
        analysis.CorrectiveActions,
        analysis.Status,
        analysis.CreatedById,
        analysis.EditedById,
        analysis.ApprovedById,
        analysis.ApprovedAt,
        analysis.CreatedAt,
        analysis.UpdatedAt);
}
