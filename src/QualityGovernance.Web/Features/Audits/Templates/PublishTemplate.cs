using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class PublishTemplate
{
    public static async Task<Results<Ok<AuditTemplateResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "template_id")] int templateId, QgpDbContext db, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditTemplate>(templateId));
        var publish = AskPublication(trip, templateId, db);
        await trip.SendAsync(cancellation);
        if (held.One is not { } template) return ApiProblem.NotFound("Audit template", templateId);
        if (template.IsPublished) return ApiProblem.Conflict($"The audit template {template.ReferenceNumber} is already published.");
        if (publish(template) is { } refusal) return refusal;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditTemplateResponse.Of(template));
    }

    /// <summary>Null when the template is published now, which the caller saves; the versions before it are then out of use.</summary>
    public static Func<AuditTemplate, ProblemHttpResult?> AskPublication(RoundTrip trip, int templateId, QgpDbContext db)
    {
        var (sections, questions) = (trip.Ask(db.SectionsOf(templateId)), trip.Ask(db.QuestionsOf(templateId)));
        // The first version of each template names no family, and is none of another's.
        var family = trip.Ask(db.Set<AuditTemplate>().Where(other => other.Id != templateId
            && db.Set<AuditTemplate>().Any(template => template.Id == templateId && template.FamilyId != null && (other.Id == template.FamilyId || other.FamilyId == template.FamilyId))));
        return template => Publish(template, sections.All, questions.All, family.All);
    }

    private static ProblemHttpResult? Publish(AuditTemplate template, IReadOnlyList<AuditSection> sections, IReadOnlyList<AuditQuestion> questions, IReadOnlyList<AuditTemplate> family)
    {
        var problems = Publication.Problems(template, sections, questions);
        if (problems.Count > 0)
        {
            return ApiProblem.Conflict(
                $"The audit template {template.ReferenceNumber} can't be published. {string.Join(" ", problems)}",
                new Dictionary<string, object?> { ["problems"] = problems });
        }

        template.Publish();
        foreach (var earlier in family) earlier.IsActive = false;
        return null;
    }
}
