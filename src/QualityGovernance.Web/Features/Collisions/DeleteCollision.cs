namespace QualityGovernance.Web.Features.Collisions;

internal static class DeleteCollision
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "collision_id")] int collisionId, CurrentUser user, QgpDbContext db, IUnfinishedActions actions, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.OneAsync<Collision>(collisionId, cancellation) is not { } collision) return ApiProblem.NotFound("Collision", collisionId);
        if (await actions.RefusalAsync("collisions", collisionId, cancellation) is { } unfinished) return unfinished;
        collision.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
