namespace QualityGovernance.Web.Features.Audits.Templates;

public sealed record AuditSectionCreate(
    [Required, Text(AuditSection.LongestTitle, Min = 1)] string? Title,
    [Text(AuditSection.LongestDescription)] string? Description = null,
    [Range(-SectionRules.FurthestPlace, SectionRules.FurthestPlace)] int SortOrder = 0,
    [Range(0, AuditBounds.LargestWeight)] double Weight = 1.0,
    bool IsRepeatable = false,
    [Range(1, AuditSection.MostRepeats)] int? MaxRepeats = null)
{
    internal void ApplyTo(AuditSection section)
    {
        section.Title = Title!;
        section.Description = Description;
        section.SortOrder = SortOrder;
        section.Weight = Weight;
        section.IsRepeatable = IsRepeatable;
        section.MaxRepeats = MaxRepeats;
    }
}

internal static class CreateSection
{
    public static async Task<Results<Created<AuditSectionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "template_id")] int templateId, AuditSectionCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = SectionRules.Check(request);
        if (errors.Any) return errors.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditTemplate>(templateId));
        var full = TemplateParts.AskFull(trip, db.Set<AuditSection>().Where(other => other.TemplateId == templateId), TemplateParts.MostSections, "sections");
        await trip.SendAsync(cancellation);
        if (held.One is not { } template) return ApiProblem.NotFound("Audit template", templateId);
        if ((TemplateParts.Frozen(template) ?? full()) is { } refusal) return refusal;

        var section = new AuditSection { TemplateId = templateId, Title = request.Title! };
        request.ApplyTo(section);
        db.Add(section);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/audits/templates/{templateId}", AuditSectionResponse.Of(section, []));
    }
}
