namespace QualityGovernance.Web.Features.Risks;

internal static class DeleteRisk
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "risk_id")] int riskId, CurrentUser user, QgpDbContext db, IUnfinishedActions actions, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.OneAsync<Risk>(riskId, cancellation) is not { } risk) return ApiProblem.NotFound("Risk", riskId);
        if (await actions.RefusalAsync("risks", riskId, cancellation) is { } unfinished) return unfinished;
        risk.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
