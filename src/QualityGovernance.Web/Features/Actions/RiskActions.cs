namespace QualityGovernance.Web.Features.Actions;

internal static class RiskActions
{
    public static Task<Results<Ok<Page<ActionResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "risk_id")] int riskId, PageRequest page, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        ReadActions.OfSourceAsync(ActionSourceType.Risk, riskId, page, db, time, cancellation);

    public static Task<Results<Created<ActionResponse>, ProblemHttpResult>> CreateAsync(
        [FromRoute(Name = "risk_id")] int riskId, ActionOfSourceCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        CreateAction.OfSourceAsync(ActionSourceType.Risk, riskId, request, db, time, cancellation);
}
