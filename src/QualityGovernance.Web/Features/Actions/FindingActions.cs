namespace QualityGovernance.Web.Features.Actions;

internal static class FindingActions
{
    public static Task<Results<Ok<Page<ActionResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "finding_id")] int findingId, PageRequest page, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        ReadActions.OfSourceAsync(ActionSourceType.Finding, findingId, page, db, time, cancellation);

    public static Task<Results<Created<ActionResponse>, ProblemHttpResult>> CreateAsync(
        [FromRoute(Name = "finding_id")] int findingId, ActionOfSourceCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        CreateAction.OfSourceAsync(ActionSourceType.Finding, findingId, request, db, time, cancellation);
}
