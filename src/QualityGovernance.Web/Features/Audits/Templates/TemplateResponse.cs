using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Audits.Templates;

public sealed record AuditTemplateResponse(
    int Id,
    string ReferenceNumber,
    string Name,
    string? Description,
    string? Category,
    AuditType AuditType,
    AuditFrequency? Frequency,
    int Version,
    ScoringMethod ScoringMethod,
    double? PassingScore,
    bool AllowOffline,
    bool RequireGps,
    bool RequireSignature,
    bool RequireApproval,
    bool AutoCreateFindings,
    bool IsActive,
    bool IsPublished,
    IReadOnlyList<int>? StandardIds,
    int? CreatedById,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<AuditTemplate, AuditTemplateResponse>
{
    public static Expression<Func<AuditTemplate, AuditTemplateResponse>> Projection => template => new AuditTemplateResponse(
        template.Id,
        template.ReferenceNumber,
        template.Name,
        template.Description,
        template.Category,
        template.AuditType,
        template.Frequency,
        template.Version,
        template.ScoringMethod,
        template.PassingScore,
        template.AllowOffline,
        template.RequireGps,
        template.RequireSignature,
        template.RequireApproval,
        template.AutoCreateFindings,
        template.IsActive,
        template.IsPublished,
        template.StandardIds,
        template.CreatedById,
        template.CreatedAt,
        template.UpdatedAt);
}
