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

    /// <returns>Adds what is wrong; to be called after the trip.</returns>
    public static Action AskUsers(this FieldErrors errors, RoundTrip trip, CollisionUpdate request, QgpDbContext db) =>
        errors.AskUser(trip, "driver_id", request.DriverId.Value, db) + errors.AskUser(trip, "investigator_id", request.InvestigatorId.Value, db);
}
