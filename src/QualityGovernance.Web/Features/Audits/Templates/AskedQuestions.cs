using QualityGovernance.Web.Features.Audits.Runs;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>The questions that an audit by a template asks: active ones in active sections, in the order of the sections.</summary>
internal static class AskedQuestions
{
    public static List<AuditQuestion> Of(IReadOnlyList<AuditSection> sections, IReadOnlyList<AuditQuestion> questions) =>
        [.. sections.Where(section => section.IsActive).SelectMany(section => questions.Where(question => question.IsActive && question.SectionId == section.Id))];

    /// <summary>The same of one audit, in no order.</summary>
    public static IQueryable<AuditQuestion> OfRun(QgpDbContext db, int runId) => db.Set<AuditQuestion>().Where(question => question.IsActive
        && db.Set<AuditSection>().Any(section => section.Id == question.SectionId && section.TemplateId == question.TemplateId && section.IsActive)
        && db.Set<AuditRun>().Any(run => run.Id == runId && run.TemplateId == question.TemplateId));
}
