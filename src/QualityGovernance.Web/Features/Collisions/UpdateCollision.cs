using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Collisions;

internal static class UpdateCollision
{
    public static async Task<Results<Ok<CollisionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "collision_id")] int collisionId, CollisionUpdate request, QgpDbContext db, IUnfinishedActions actions, TimeProvider time, CancellationToken cancellation)
    {
        var errors = CollisionRules.Check(request, request, time);
        if (errors.Any) return errors.ToProblem();

        if (await db.Set<Collision>().Include(candidate => candidate.ThirdParties).OneAsync(collisionId, cancellation) is not { } collision) return ApiProblem.NotFound("Collision", collisionId);
        var status = request.Status.Or(collision.Status)!.Value;
        if (Collision.Life.RefusalToBecome(collision.Status, status) is { } jump) return jump;
        var trip = new RoundTrip(db);
        var named = errors.AskUsers(trip, request, db, collision);
        var unfinished = status == CollisionStatus.Closed && collision.Status != status ? actions.AskRefusal(trip, "collisions", collisionId) : null;
        await trip.SendAsync(cancellation);
        named();
        if (errors.Any) return errors.ToProblem();
        if (unfinished?.Invoke() is { } refusal) return refusal;

        request.ApplyTo(collision);
        collision.MoveTo(status, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(CollisionResponse.Of(collision));
    }
}
