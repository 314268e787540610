using Microsoft.EntityFrameworkCore;
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
        var trip = new RoundTrip(db);
        var found = trip.Ask(db.Set<AuditRun>().AsNoTracking().Where(candidate => candidate.Id == runId));
        // A template that was deleted since still has its name.
        var name = trip.Ask(db.Set<AuditTemplate>().IgnoreQueryFilters()
            .Where(template => db.Set<AuditRun>().Any(candidate => candidate.Id == runId && candidate.TemplateId == template.Id)).Select(template => template.Name));
        var responses = trip.Ask(db.Set<AuditResponse>().AsNoTracking().Where(response => response.RunId == runId).OrderBy(response => response.Id));
        var findings = trip.Ask(db.Set<AuditFinding>().Where(finding => finding.RunId == runId).OrderBy(finding => finding.Id).Select(AuditFindingResponse.Projection));
        var sheet = AuditSheet.Ask(trip, runId, db);
        await trip.SendAsync(cancellation);
        if (found.One is not { } run) return ApiProblem.NotFound("Audit run", runId);
        return TypedResults.Ok(AuditRunDetailResponse.Of(
            AuditRunResponse.Of(run), name.All.Single(), [.. responses.All.Select(AuditResponseResponse.Of)], findings.All, sheet().CompletionPercentage()));
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
