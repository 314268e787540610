namespace QualityGovernance.Web.Features.Identity.Users;

/// <summary>Keeps superusers from ending each other's accounts at the same time, which would leave nobody who has every permission.</summary>
internal static class SuperuserGuard
{
    /// <summary>
    /// Holds the account that is to end and the account of whoever ends it, in the order of their ids, so that two requests wait for each other and not in a circle.
    /// Null afterwards when it may end: it is no superuser's, or the caller's is a superuser's and in use at this moment, not only when the request came in.
    /// </summary>
    /// <param name="trip">In a transaction; asked first.</param>
    /// <param name="userId">Whose account is to be disabled or deleted.</param>
    /// <param name="current">The caller.</param>
    /// <param name="db">The data.</param>
    public static Func<User, ProblemHttpResult?> AskEnd(RoundTrip trip, int userId, CurrentUser current, QgpDbContext db)
    {
        var held = new[] { userId, current.Id }.Distinct().Order().Select(id => trip.Ask(db.Held<User>(id))).ToList();
        return user => !user.IsSuperuser || held.Exists(account => account.One is { IsActive: true, IsSuperuser: true } caller && caller.Id == current.Id)
            ? null
            : ApiProblem.Forbidden("Your account is no longer an active superuser's, so that another superuser's stays as it is. Ask that one to enable yours.");
    }
}
