namespace QualityGovernance.Web.Features.Collisions;

internal static class CreateCollision
{
    public static async Task<Results<Created<CollisionResponse>, ProblemHttpResult>> HandleAsync(
        CollisionCreate request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var given = request.Everything();
        var errors = CollisionRules.Check(request, given, time);
        if (errors.Any) return errors.ToProblem();
        if (Collision.Life.RefusalToStart(request.Status) is { } jump) return jump;
        var trip = new RoundTrip(db);
        var named = errors.AskUsers(trip, given, db);
        await trip.SendAsync(cancellation);
        named();
        if (errors.Any) return errors.ToProblem();

        var collision = new Collision { ReportedDate = time.Now(), ReporterId = user.Id };
        given.ApplyTo(collision);
        db.Add(collision);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/rta/{collision.Id}", CollisionResponse.Of(collision));
    }
}
