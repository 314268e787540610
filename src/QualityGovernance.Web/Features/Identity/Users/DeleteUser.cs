namespace QualityGovernance.Web.Features.Identity.Users;

internal static class DeleteUser
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "user_id")] int userId, CurrentUser current, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.OneAsync<User>(userId, cancellation) is not { } user) return ApiProblem.NotFound("User", userId);
        if (user.IsSuperuser && !current.IsSuperuser) return ApiProblem.Forbidden("Only a superuser can delete a superuser's account.");
        if (user.Id == current.Id) return ApiProblem.Conflict("Nobody can delete their own account. Ask another administrator.");
        user.IsActive = false;
        user.Delete(current.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
