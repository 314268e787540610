using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Collisions;

/// <summary>What both a report and a correction must hold to, and how they are taken over.</summary>
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

    /// <summary>Everything but the status, which has rules of its own.</summary>
    public static void Apply(this CollisionUpdate request, Collision collision)
    {
        collision.Title = request.Title.Or(collision.Title)!;
        collision.Description = request.Description.Or(collision.Description)!;
        collision.CollisionDate = Clock.Stored(request.CollisionDate.Or(collision.CollisionDate)!.Value);
        collision.Severity = request.Severity.Or(collision.Severity)!.Value;
        collision.Location = request.Location.Or(collision.Location);
        collision.Weather = request.Weather.Or(collision.Weather);
        collision.RoadSurface = request.RoadSurface.Or(collision.RoadSurface);
        collision.SpeedLimit = request.SpeedLimit.Or(collision.SpeedLimit);
        collision.Fault = request.Fault.Or(collision.Fault)!.Value;
        collision.VehicleRegistration = request.VehicleRegistration.Or(collision.VehicleRegistration);
        collision.VehicleMakeModel = request.VehicleMakeModel.Or(collision.VehicleMakeModel);
        collision.VehicleDamage = request.VehicleDamage.Or(collision.VehicleDamage);
        collision.DriverId = request.DriverId.Or(collision.DriverId);
        collision.DriverName = request.DriverName.Or(collision.DriverName);
        collision.DriverInjured = request.DriverInjured.Or(collision.DriverInjured);
        collision.DriverInjuries = request.DriverInjuries.Or(collision.DriverInjuries);
        collision.DriverStatement = request.DriverStatement.Or(collision.DriverStatement);
        collision.PoliceAttended = request.PoliceAttended.Or(collision.PoliceAttended);
        collision.PoliceForce = request.PoliceForce.Or(collision.PoliceForce);
        collision.PoliceReference = request.PoliceReference.Or(collision.PoliceReference);
        collision.Insurer = request.Insurer.Or(collision.Insurer);
        collision.InsuranceReference = request.InsuranceReference.Or(collision.InsuranceReference);
        collision.InsurerNotifiedAt = request.InsurerNotifiedAt.Or(collision.InsurerNotifiedAt) is { } notified ? Clock.Stored(notified) : null;
        collision.InsuranceNotes = request.InsuranceNotes.Or(collision.InsuranceNotes);
        collision.InvestigatorId = request.InvestigatorId.Or(collision.InvestigatorId);
    }
}
