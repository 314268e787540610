namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>A template with what it asks. Questions that stand in no section are counted, and keep it from being published.</summary>
public sealed record AuditTemplateDetailResponse(
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
    DateTimeOffset UpdatedAt,
    IReadOnlyList<AuditSectionResponse> Sections,
    int SectionCount,
    int QuestionCount)
{
    public static AuditTemplateDetailResponse Of(AuditTemplateResponse template, IReadOnlyList<AuditSection> sections, IReadOnlyList<AuditQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(questions);
        return new(
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
            template.UpdatedAt,
            sections.Select(section => AuditSectionResponse.Of(section, questions.Where(question => question.SectionId == section.Id))).ToList(),
            sections.Count,
            questions.Count);
    }
}
