using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Audits.Findings;

public sealed record AuditFindingResponse(
    int Id,
    string ReferenceNumber,
    int RunId,
    int? QuestionId,
    string Title,
    string Description,
    FindingSeverity Severity,
    FindingType FindingType,
    FindingStatus Status,
    bool CorrectiveActionRequired,
    DateTimeOffset? CorrectiveActionDueDate,
    IReadOnlyList<int>? ClauseIds,
    IReadOnlyList<int>? ControlIds,
    IReadOnlyList<int>? RiskIds,
    int? CreatedById,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<AuditFinding, AuditFindingResponse>
{
    public static Expression<Func<AuditFinding, AuditFindingResponse>> Projection => finding => new AuditFindingResponse(
        finding.Id,
        finding.ReferenceNumber,
        finding.RunId,
        finding.QuestionId,
        finding.Title,
        finding.Description,
        finding.Severity,
        finding.FindingType,
        finding.Status,
        finding.CorrectiveActionRequired,
        finding.CorrectiveActionDueDate,
        finding.ClauseIds,
        finding.ControlIds,
        finding.RiskIds,
        finding.CreatedById,
        finding.CreatedAt,
        finding.UpdatedAt);
}
