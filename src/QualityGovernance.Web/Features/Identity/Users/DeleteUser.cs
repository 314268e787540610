namespace QualityGovernance.Web.Features.Identity.Users;

internal static class DeleteUser
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "user_id")] int userId, CurrentUser current, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var end = SuperuserGuard.AskEnd(trip, userId, current, db);
        var found = trip.Ask(db.Set<User>().Where(candidate => candidate.Id == userId));
        await trip.SendAsync(cancellation);
        if (found.One is not { } user) return ApiProblem.NotFound("User", userId);
        if (user.IsSuperuser && !current.IsSuperuser) return ApiProblem.Forbidden("Only a superuser can delete a superuser's account.");
        if (user.Id == current.Id) return ApiProblem.Conflict("Nobody can delete their own account. Ask another administrator.");
        if (end(user) is { } refusal) return refusal;

        user.IsActive = false;
        user.Delete(current.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.NoContent();
    }
}
