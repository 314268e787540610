using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <param name="Search">In the name and the description, whatever the case.</param>
/// <param name="Category">Exactly.</param>
/// <param name="AuditType">Such as inspection.</param>
/// <param name="IsPublished">Published ones or drafts.</param>
internal sealed record TemplateFilter(
    [FromQuery(Name = "search"), Text(200)] string? Search,
    [FromQuery(Name = "category"), Text(AuditTemplate.LongestCategory)] string? Category,
    [FromQuery(Name = "audit_type"), OneOf<AuditType>] string? AuditType,
    [FromQuery(Name = "is_published")] bool? IsPublished);

internal static class ReadTemplates
{
    public static async Task<Results<Ok<AuditTemplateDetailResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "template_id")] int templateId, QgpDbContext db, CancellationToken cancellation)
    {
        if (await db.Set<AuditTemplate>().ShownAsync(AuditTemplateResponse.Projection, templateId, cancellation) is not { } template) return ApiProblem.NotFound("Audit template", templateId);
        return TypedResults.Ok(AuditTemplateDetailResponse.Of(template, await db.SectionsOfAsync(templateId, cancellation), await db.QuestionsOfAsync(templateId, cancellation)));
    }

    /// <summary>Newest first.</summary>
    public static async Task<Results<Ok<Page<AuditTemplateResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] TemplateFilter filter, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter);
        if (errors.Any) return errors.ToProblem();

        var type = EnumNames.Read<AuditType>(filter.AuditType);
        IQueryable<AuditTemplate> templates = db.Set<AuditTemplate>();
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var part = TextSearch.Part(filter.Search);
            templates = templates.Where(template => EF.Functions.Like(template.Name.ToLower(), part, TextSearch.Escape)
                || EF.Functions.Like(template.Description!.ToLower(), part, TextSearch.Escape));
        }

        if (filter.Category is not null) templates = templates.Where(template => template.Category == filter.Category);
        if (type is { } wanted) templates = templates.Where(template => template.AuditType == wanted);
        if (filter.IsPublished is { } published) templates = templates.Where(template => template.IsPublished == published);
        return TypedResults.Ok(await templates.OrderByDescending(template => template.Id).ToPageAsync(page, AuditTemplateResponse.Projection, cancellation));
    }
}
