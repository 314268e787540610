namespace QualityGovernance.Web.Features.Audits.Templates;

public sealed record AuditQuestionResponse(
    int Id,
    int TemplateId,
    int? SectionId,
    string QuestionText,
    QuestionType QuestionType,
    string? Description,
    string? HelpText,
    bool IsRequired,
    bool AllowNa,
    bool IsActive,
    int SortOrder,
    double Weight,
    double? MaxScore,
    double? MinValue,
    double? MaxValue,
    int? DecimalPlaces,
    int? MinLength,
    int? MaxLength,
    string? RiskCategory,
    double? RiskWeight,
    IReadOnlyList<QuestionOption>? Options,
    EvidenceRequirement? EvidenceRequirements,
    IReadOnlyList<ConditionalLogicRule>? ConditionalLogic,
    IReadOnlyList<int>? ClauseIds,
    IReadOnlyList<int>? ControlIds,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static AuditQuestionResponse Of(AuditQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new(
            question.Id,
            question.TemplateId,
            question.SectionId,
            question.QuestionText,
            question.QuestionType,
            question.Description,
            question.HelpText,
            question.IsRequired,
            question.AllowNa,
            question.IsActive,
            question.SortOrder,
            question.Weight,
            question.MaxScore,
            question.MinValue,
            question.MaxValue,
            question.DecimalPlaces,
            question.MinLength,
            question.MaxLength,
            question.RiskCategory,
            question.RiskWeight,
            question.Options,
            question.EvidenceRequirements,
            question.ConditionalLogic,
            question.ClauseIds,
            question.ControlIds,
            question.CreatedAt,
            question.UpdatedAt);
    }
}
