namespace QualityGovernance.Web.Features.RootCauseAnalyses;

internal static class DeleteAnalysis
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "rta_id")] int rtaId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.OneAsync<RootCauseAnalysis>(rtaId, cancellation) is not { } analysis) return ApiProblem.NotFound("Root-cause analysis", rtaId);
        if (analysis.Status == AnalysisStatus.Approved)
            return ApiProblem.Conflict($"{analysis.ReferenceNumber} is approved; an approved analysis is kept with its incident.");
        analysis.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
