namespace QualityGovernance.Web.Features.Collisions;

internal static class RemoveThirdParty
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "collision_id")] int collisionId, [FromRoute(Name = "third_party_id")] int thirdPartyId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var collision = await UpdateThirdParty.FindAsync(collisionId, thirdPartyId, db, cancellation);
        if (collision is null) return UpdateThirdParty.NotFound(collisionId, thirdPartyId);
        collision.ThirdParties.Single().Delete(user.Id, time.Now());
        db.Touch(collision);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
