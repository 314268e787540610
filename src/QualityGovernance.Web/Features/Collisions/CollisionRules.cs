using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

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

    /// <summary>Null when the users that are named are there.</summary>
    public static Func<ProblemHttpResult?> AskUnknownUser(RoundTrip trip, CollisionUpdate request, QgpDbContext db)
    {
        int[] named = [.. new[] { request.DriverId.Value, request.InvestigatorId.Value }.OfType<int>().Distinct()];
        var asked = db.AskMissing(trip, "users", named);
        return () => asked() is { Count: > 0 } missing ? UnknownUser(request, missing) : null;
    }

    private static ProblemHttpResult UnknownUser(CollisionUpdate request, IReadOnlyList<int> missing)
    {
        var errors = new FieldErrors();
        if (request.DriverId.Value is { } driver) errors.Require(!missing.Contains(driver), "driver_id", $"There is no user {driver}.");
        if (request.InvestigatorId.Value is { } investigator) errors.Require(!missing.Contains(investigator), "investigator_id", $"There is no user {investigator}.");
        return errors.ToProblem();
    }
}
