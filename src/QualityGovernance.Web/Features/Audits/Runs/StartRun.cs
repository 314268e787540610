namespace QualityGovernance.Web.Features.Audits.Runs;

internal static class StartRun
{
    public static async Task<Results<Ok<AuditRunResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "run_id")] int runId, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        if (await db.HoldAsync<AuditRun>(runId, cancellation) is not { } run) return ApiProblem.NotFound("Audit run", runId);
        if (run.Status != AuditRunStatus.Scheduled)
        {
            return run.IsFinal
                ? AuditRun.Life.Refusal(run.Status, AuditRunStatus.InProgress)
                : ApiProblem.Conflict($"The audit {run.ReferenceNumber} was started already; it is {EnumNames.Of(run.Status)}.");
        }

        run.Start(time.Now());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditRunResponse.Of(run));
    }
}
