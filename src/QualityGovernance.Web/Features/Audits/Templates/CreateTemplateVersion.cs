using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>A published template is changed by its next version: a draft with the same content. Once that is published, it replaces the one before.</summary>
internal static class CreateTemplateVersion
{
    public static async Task<Results<Created<AuditTemplateResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "template_id")] int templateId, QgpDbContext db, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditTemplate>(templateId));
        // Deleted versions keep their numbers.
        var versions = trip.Ask(db.Set<AuditTemplate>().IgnoreQueryFilters()
            .Where(template => db.Set<AuditTemplate>().Any(one => one.Id == templateId && (template.Id == (one.FamilyId ?? one.Id) || template.FamilyId == (one.FamilyId ?? one.Id))))
            .Select(template => new { template.Id, template.ReferenceNumber, template.Version, IsDraft = !template.IsPublished && template.DeletedAt == null }));
        var save = TemplateCopy.Ask(trip, templateId, db);
        await trip.SendAsync(cancellation);
        if (held.One is not { } original) return ApiProblem.NotFound("Audit template", templateId);
        if (!original.IsPublished) return ApiProblem.Conflict($"The audit template {original.ReferenceNumber} is a draft: change it as it is.");

        var familyId = original.FamilyId ?? original.Id;
        var family = versions.All;
        if (family.FirstOrDefault(template => template.IsDraft) is { } draft)
            return ApiProblem.Conflict($"The next version was already started: {draft.ReferenceNumber}, id {draft.Id}. Change, publish or delete that one.");

        var version = family.Max(template => template.Version) + 1;
        var copy = original.Copy(original.Name, version, familyId, $"{family.Single(template => template.Id == familyId).ReferenceNumber}-V{version}");
        await save(copy, cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/audits/templates/{copy.Id}", AuditTemplateResponse.Of(copy));
    }
}
