namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>The questions that an audit by a template asks: active ones in active sections, in the order of the sections.</summary>
internal static class AskedQuestions
{
    public static List<AuditQuestion> Of(IReadOnlyList<AuditSection> sections, IReadOnlyList<AuditQuestion> questions) =>
        [.. sections.Where(section => section.IsActive).SelectMany(section => questions.Where(question => question.IsActive && question.SectionId == section.Id))];
}
