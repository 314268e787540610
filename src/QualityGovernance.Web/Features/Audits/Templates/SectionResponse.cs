namespace QualityGovernance.Web.Features.Audits.Templates;

public sealed record AuditSectionResponse(
    int Id,
    int TemplateId,
    string Title,
    string? Description,
    int SortOrder,
    double Weight,
    bool IsRepeatable,
    int? MaxRepeats,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<AuditQuestionResponse> Questions)
{
    public static AuditSectionResponse Of(AuditSection section, IEnumerable<AuditQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new(
            section.Id,
            section.TemplateId,
            section.Title,
            section.Description,
            section.SortOrder,
            section.Weight,
            section.IsRepeatable,
            section.MaxRepeats,
            section.IsActive,
            section.CreatedAt,
            section.UpdatedAt,
            questions.Select(AuditQuestionResponse.Of).ToList());
    }
}
