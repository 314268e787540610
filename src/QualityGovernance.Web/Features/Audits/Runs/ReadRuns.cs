using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Web.Features.Audits.Findings;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <param name="Status">Such as in_progress.</param>
/// <param name="TemplateId">Of the template, a version of its own.</param>
/// <param name="AssignedToId">The user who is to carry it out.</param>
internal sealed record RunFilter(
    [FromQuery(Name = "status"), OneOf<AuditRunStatus>] string? Status,
    [FromQuery(Name = "template_id")] int? TemplateId,
    [FromQuery(Name = "assigned_to_id")] int? AssignedToId);

internal static class ReadRuns
{
    public static async Task<Results<Ok<AuditRunDetailResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "run_id")] int runId, QgpDbContext db, CancellationToken cancellation)
    {
        var run = await db.Set<AuditRun>().AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == runId, cancellation);
        if (run is null) return ApiProblem.NotFound("Audit run", runId);
        // A template that was deleted since still has its name.
        var name = await db.Set<AuditTemplate>().IgnoreQueryFilters().Where(template => template.Id == run.TemplateId).Select(template => template.Name).SingleAsync(cancellation);
        var responses = await db.Set<AuditResponse>().AsNoTracking().Where(response => response.RunId == runId).OrderBy(response => response.Id).ToListAsync(cancellation);
        var findings = await db.Set<AuditFinding>().Where(finding => finding.RunId == runId).OrderBy(finding => finding.Id).Select(AuditFindingResponse.Projection).ToListAsync(cancellation);
        var sheet = await AuditSheet.OfAsync(run, db, cancellation);
        return TypedResults.Ok(AuditRunDetailResponse.Of(AuditRunResponse.Of(run), name, responses.ConvertAll(AuditResponseResponse.Of), findings, sheet.CompletionPercentage()));
    }

    /// <summary>Newest first.</summary>
    public static async Task<Results<Ok<Page<AuditRunResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] RunFilter filter, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter);
        if (errors.Any) return errors.ToProblem();

        var status = EnumNames.Read<AuditRunStatus>(filter.Status);
        IQueryable<AuditRun> runs = db.Set<AuditRun>();
        if (status is { } wanted) runs = runs.Where(run => run.Status == wanted);
        if (filter.TemplateId is { } template) runs = runs.Where(run => run.TemplateId == template);
        if (filter.AssignedToId is { } assigned) runs = runs.Where(run => run.AssignedToId == assigned);
        return TypedResults.Ok(await runs.OrderByDescending(run => run.Id).ToPageAsync(page, AuditRunResponse.Projection, cancellation));
    }
}
