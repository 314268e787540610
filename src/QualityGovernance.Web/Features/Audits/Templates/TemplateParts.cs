using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>Reads the parts of a template in the order in which they are asked.</summary>
internal static class TemplateParts
{
    public const int MostSections = 200;
    public const int MostQuestions = 2_000;

    public static Task<List<AuditSection>> SectionsOfAsync(this QgpDbContext db, int templateId, CancellationToken cancellation) =>
        db.Set<AuditSection>().Where(section => section.TemplateId == templateId)
            .OrderBy(section => section.SortOrder).ThenBy(section => section.Id).ToListAsync(cancellation);

    public static Task<List<AuditQuestion>> QuestionsOfAsync(this QgpDbContext db, int templateId, CancellationToken cancellation) =>
        db.Set<AuditQuestion>().Where(question => question.TemplateId == templateId)
            .OrderBy(question => question.SortOrder).ThenBy(question => question.Id).ToListAsync(cancellation);

    /// <summary>Why the content can't be changed; null for a draft.</summary>
    public static ProblemHttpResult? Frozen(AuditTemplate template) => template.IsPublished
        ? ApiProblem.Conflict(
            $"The audit template {template.ReferenceNumber} is published, and audits rely on what it asks. "
            + $"Start its next version with POST /api/v1/audits/templates/{template.Id}/versions, or another template with POST /api/v1/audits/templates/{template.Id}/clone.")
        : null;

    public static async Task<ProblemHttpResult?> FullAsync<T>(IQueryable<T> parts, int most, string what, CancellationToken cancellation) =>
        await parts.CountAsync(cancellation) >= most ? ApiProblem.Conflict($"A template holds at most {most} {what}.") : null;
}
