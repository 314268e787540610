using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>Reads the parts of a template in the order in which they are asked.</summary>
internal static class TemplateParts
{
    public const int MostSections = 200;
    public const int MostQuestions = 2_000;

    public static Task<List<AuditSection>> SectionsOfAsync(this QgpDbContext db, int templateId, CancellationToken cancellation) => db.SectionsOf(templateId).ToListAsync(cancellation);

    public static Task<List<AuditQuestion>> QuestionsOfAsync(this QgpDbContext db, int templateId, CancellationToken cancellation) => db.QuestionsOf(templateId).ToListAsync(cancellation);

    public static IQueryable<AuditSection> SectionsOf(this QgpDbContext db, int templateId) => db.Set<AuditSection>().Where(section => section.TemplateId == templateId).InOrder();

    public static IQueryable<AuditQuestion> QuestionsOf(this QgpDbContext db, int templateId) => db.Set<AuditQuestion>().Where(question => question.TemplateId == templateId).InOrder();

    public static IQueryable<AuditSection> InOrder(this IQueryable<AuditSection> sections) => sections.OrderBy(section => section.SortOrder).ThenBy(section => section.Id);

    public static IQueryable<AuditQuestion> InOrder(this IQueryable<AuditQuestion> questions) => questions.OrderBy(question => question.SortOrder).ThenBy(question => question.Id);

    /// <summary>Why the content can't be changed; null for a draft.</summary>
    public static ProblemHttpResult? Frozen(AuditTemplate template) => template.IsPublished
        ? ApiProblem.Conflict(
            $"The audit template {template.ReferenceNumber} is published, and audits rely on what it asks. "
            + $"Start its next version with POST /api/v1/audits/templates/{template.Id}/versions, or another template with POST /api/v1/audits/templates/{template.Id}/clone.")
        : null;

    /// <summary>Null after the trip while there is room for one more.</summary>
    public static Func<ProblemHttpResult?> AskFull<T>(RoundTrip trip, IQueryable<T> parts, int most, string what)
        where T : Entity
    {
        var last = trip.Ask(parts.OrderBy(part => part.Id).Skip(most - 1).Select(part => part.Id).Take(1));
        return () => last.Any ? ApiProblem.Conflict($"A template holds at most {most} {what}.") : null;
    }
}
