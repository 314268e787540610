using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class DeleteSection
{
    /// <summary>Its questions go with it: standing in no section they would never be asked.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "section_id")] int sectionId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var section = await db.Set<AuditSection>().SingleOrDefaultAsync(candidate => candidate.Id == sectionId, cancellation);
        if (section is null || await db.HoldAsync<AuditTemplate>(section.TemplateId, cancellation) is not { } template) return ApiProblem.NotFound("Audit section", sectionId);
        if (TemplateParts.Frozen(template) is { } frozen) return frozen;
        var questions = await db.QuestionsOfAsync(section.TemplateId, cancellation);
        var own = questions.Where(question => question.SectionId == sectionId).ToList();
        if (DeleteQuestion.Needed(own, questions) is { } needed) return needed;

        section.Delete(user.Id, time.Now());
        foreach (var question in own) question.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.NoContent();
    }
}
