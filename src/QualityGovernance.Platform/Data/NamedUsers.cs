using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Users whom a request names by their id.</summary>
public static class NamedUsers
{
    /// <summary>Asks whether there is such a user, together with other questions.</summary>
    /// <param name="errors">Gets an error when there is none.</param>
    /// <param name="trip">After which that is known.</param>
    /// <param name="field">The member of the request.</param>
    /// <param name="userId">Null is fine.</param>
    /// <param name="db">The data.</param>
    /// <param name="before">Who is named now: may be somebody who is gone, and stays.</param>
    /// <returns>Adds the error; to be called after the trip.</returns>
    public static Action AskUser(this FieldErrors errors, RoundTrip trip, string field, int? userId, QgpDbContext db, int? before = null)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var missing = db.AskMissing(trip, "users", userId is { } id && id != before ? [id] : []);
        return () => errors.Require(missing().Count == 0, field, $"There is no user {userId}.");
    }
}
