using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class DeleteSection
{
    /// <summary>Its questions go with it: standing in no section they would never be asked.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "section_id")] int sectionId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.HeldBy<AuditTemplate>("audit_sections", "template_id", sectionId));
        var found = trip.Ask(db.Set<AuditSection>().Where(candidate => candidate.Id == sectionId));
        var all = trip.Ask(db.Set<AuditQuestion>().Where(question => db.Set<AuditSection>().Any(candidate => candidate.Id == sectionId && candidate.TemplateId == question.TemplateId)).InOrder());
        await trip.SendAsync(cancellation);
        if (found.One is not { } section || held.One is not { } template) return ApiProblem.NotFound("Audit section", sectionId);
        if (TemplateParts.Frozen(template) is { } frozen) return frozen;
        var questions = all.All;
        var own = questions.Where(question => question.SectionId == sectionId).ToList();
        if (DeleteQuestion.Needed(own, questions) is { } needed) return needed;

        section.Delete(user.Id, time.Now());
        foreach (var question in own) question.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.NoContent();
    }
}
