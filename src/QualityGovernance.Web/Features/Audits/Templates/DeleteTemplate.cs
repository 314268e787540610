using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Audits.Runs;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class DeleteTemplate
{
    private const int MostNamed = 5;

    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "template_id")] int templateId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        if (await db.HoldAsync<AuditTemplate>(templateId, cancellation) is not { } template) return ApiProblem.NotFound("Audit template", templateId);
        var underWay = await db.Set<AuditRun>()
            .Where(run => run.TemplateId == templateId && run.Status != AuditRunStatus.Completed && run.Status != AuditRunStatus.Cancelled)
            .OrderBy(run => run.Id).Select(run => run.ReferenceNumber).Take(MostNamed).ToListAsync(cancellation);
        if (underWay.Count > 0)
            return ApiProblem.Conflict($"Audits by the template {template.ReferenceNumber} are not finished: {string.Join(", ", underWay)}. Complete or cancel them first, or send is_active false to keep new ones from using it.");

        template.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.NoContent();
    }
}
