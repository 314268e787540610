namespace QualityGovernance.Web.Features.Actions;

internal static class CollisionActions
{
    public static Task<Results<Ok<Page<ActionResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "collision_id")] int collisionId, PageRequest page, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        ReadActions.OfSourceAsync(ActionSourceType.Collision, collisionId, page, db, time, cancellation);

    public static Task<Results<Created<ActionResponse>, ProblemHttpResult>> CreateAsync(
        [FromRoute(Name = "collision_id")] int collisionId, ActionOfSourceCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        CreateAction.OfSourceAsync(ActionSourceType.Collision, collisionId, request, db, time, cancellation);
}
