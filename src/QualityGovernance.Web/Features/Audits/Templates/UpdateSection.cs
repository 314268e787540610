using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What is left out stays as it is.</summary>
public sealed record AuditSectionUpdate(
    [Required, Text(AuditSection.LongestTitle, Min = 1)] Optional<string?> Title,
    [Text(AuditSection.LongestDescription)] Optional<string?> Description,
    [Required, Range(-SectionRules.FurthestPlace, SectionRules.FurthestPlace)] Optional<int?> SortOrder,
    [Required, Range(0, AuditBounds.LargestWeight)] Optional<double?> Weight,
    [Required] Optional<bool?> IsRepeatable,
    [Range(1, AuditSection.MostRepeats)] Optional<int?> MaxRepeats,
    [Required] Optional<bool?> IsActive)
{
    internal FieldErrors Emptied() => new FieldErrors().Members(this);

    internal AuditSectionCreate Over(AuditSection section) => new(
        Title.Or(section.Title),
        Description.Or(section.Description),
        SortOrder.Or(section.SortOrder)!.Value,
        Weight.Or(section.Weight)!.Value,
        IsRepeatable.Or(section.IsRepeatable)!.Value,
        MaxRepeats.Or(section.MaxRepeats));
}

internal static class UpdateSection
{
    public static async Task<Results<Ok<AuditSectionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "section_id")] int sectionId, AuditSectionUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var emptied = request.Emptied();
        if (emptied.Any) return emptied.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.HeldBy<AuditTemplate>("audit_sections", "template_id", sectionId));
        var found = trip.Ask(db.Set<AuditSection>().Where(candidate => candidate.Id == sectionId));
        var questions = trip.Ask(db.Set<AuditQuestion>().Where(question => question.SectionId == sectionId).InOrder());
        await trip.SendAsync(cancellation);
        if (found.One is not { } section || held.One is not { } template) return ApiProblem.NotFound("Audit section", sectionId);
        if (TemplateParts.Frozen(template) is { } frozen) return frozen;
        var form = request.Over(section);
        var errors = SectionRules.Check(form);
        if (errors.Any) return errors.ToProblem();

        form.ApplyTo(section);
        section.IsActive = request.IsActive.Or(section.IsActive)!.Value;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditSectionResponse.Of(section, questions.All));
    }
}
