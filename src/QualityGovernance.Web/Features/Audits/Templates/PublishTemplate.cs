using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class PublishTemplate
{
    public static async Task<Results<Ok<AuditTemplateResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "template_id")] int templateId, QgpDbContext db, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var template = await db.HoldAsync<AuditTemplate>(templateId, cancellation);
        if (template is null) return ApiProblem.NotFound("Audit template", templateId);
        if (template.IsPublished) return ApiProblem.Conflict($"The audit template {template.ReferenceNumber} is already published.");
        if (await PublishAsync(template, db, cancellation) is { } refusal) return refusal;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditTemplateResponse.Of(template));
    }

    /// <summary>Null when the template is published now, which the caller saves; the versions before it are then out of use.</summary>
    public static async Task<ProblemHttpResult?> PublishAsync(AuditTemplate template, QgpDbContext db, CancellationToken cancellation)
    {
        var problems = Publication.Problems(template, await db.SectionsOfAsync(template.Id, cancellation), await db.QuestionsOfAsync(template.Id, cancellation));
        if (problems.Count > 0)
        {
            return ApiProblem.Conflict(
                $"The audit template {template.ReferenceNumber} can't be published. {string.Join(" ", problems)}",
                new Dictionary<string, object?> { ["problems"] = problems });
        }

        template.Publish();
        if (template.FamilyId is not { } family) return null;
        foreach (var earlier in await db.Set<AuditTemplate>()
            .Where(other => other.Id != template.Id && (other.Id == family || other.FamilyId == family)).ToListAsync(cancellation))
            earlier.IsActive = false;
        return null;
    }
}
