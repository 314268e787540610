namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>Judges the answers. Where the template requires approval, the audit then waits for its review.</summary>
internal static class CompleteRun
{
    public static async Task<Results<Ok<AuditRunResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "run_id")] int runId, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditRun>(runId));
        var asked = Completion.Ask(trip, runId, db);
        await trip.SendAsync(cancellation);
        if (held.One is not { } run) return ApiProblem.NotFound("Audit run", runId);
        if (NotReady(run) is { } refusal) return refusal;

        var (template, sheet, _) = asked();
        var problems = Completion.Problems(run, template, sheet);
        if (problems.Count > 0) return Completion.Refusal(run, problems);

        if (template.RequireApproval) run.HandIn(Scoring.Of(template, sheet));
        else Completion.Finish(run, asked(), db, time.Now());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditRunResponse.Of(run));
    }

    private static ProblemHttpResult? NotReady(AuditRun run) => run.Status switch
    {
        AuditRunStatus.InProgress => null,
        AuditRunStatus.Scheduled => CreateResponse.NotUnderWay(run),
        AuditRunStatus.PendingReview => ApiProblem.Conflict($"The audit {run.ReferenceNumber} waits for its review. Approve it with PATCH /api/v1/audits/runs/{run.Id} and the status completed, or return it with in_progress."),
        _ => AuditRun.Life.Refusal(run.Status, AuditRunStatus.PendingReview),
    };
}
