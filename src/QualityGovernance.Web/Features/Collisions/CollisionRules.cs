namespace QualityGovernance.Web.Features.Collisions;

/// <summary>What both a report and a correction must hold to.</summary>
internal static class CollisionRules
{
    /// <param name="sent">The form it was sent in.</param>
    /// <param name="request">What that says.</param>
    /// <param name="time">Of the service.</param>
    public static FieldErrors Check<T>(T sent, CollisionUpdate request, TimeProvider time)
        where T : class => new FieldErrors().Members(sent)
        .Happened("collision_date", request.CollisionDate.Value, time)
        .Happened("insurer_notified_at", request.InsurerNotifiedAt.Value, time);

    /// <param name="errors">Gets what is wrong.</param>
    /// <param name="trip">After which that is known.</param>
    /// <param name="request">Names them.</param>
    /// <param name="db">The data.</param>
    /// <param name="before">The collision that is corrected.</param>
    /// <returns>Adds what is wrong; to be called after the trip.</returns>
    public static Action AskUsers(this FieldErrors errors, RoundTrip trip, CollisionUpdate request, QgpDbContext db, Collision? before = null) =>
        errors.AskUser(trip, "driver_id", request.DriverId.Value, db, before?.DriverId) + errors.AskUser(trip, "investigator_id", request.InvestigatorId.Value, db, before?.InvestigatorId);
}
