using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Incidents;

/// <summary>What is left out stays as it is.</summary>
public sealed record IncidentUpdate(
    [Required, Text(Incident.LongestTitle, Min = 1)] Optional<string?> Title,
    [Required, Text(Incident.LongestDescription)] Optional<string?> Description,
    [Required, Told(DateRules.Past)] Optional<DateTimeOffset?> IncidentDate,
    [Required] Optional<IncidentType?> IncidentType,
    [Required] Optional<IncidentSeverity?> Severity,
    [SetApart, Required] Optional<IncidentStatus?> Status,
    [Text(Incident.LongestLocation)] Optional<string?> Location,
    [Text(Incident.LongestDepartment)] Optional<string?> Department,
    Optional<int?> InvestigatorId) : IPartialUpdate<Incident>;

internal static class UpdateIncident
{
    public static async Task<Results<Ok<IncidentResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "incident_id")] int incidentId, IncidentUpdate request, QgpDbContext db, IUnfinishedActions actions, TimeProvider time, CancellationToken cancellation)
    {
        var errors = Check(request, time);
        if (errors.Any) return errors.ToProblem();

        if (await db.OneAsync<Incident>(incidentId, cancellation) is not { } incident) return ApiProblem.NotFound("Incident", incidentId);
        var status = request.Status.Or(incident.Status)!.Value;
        if (Incident.Life.RefusalToBecome(incident.Status, status) is { } jump) return jump;
        var trip = new RoundTrip(db);
        var named = errors.AskUser(trip, "investigator_id", request.InvestigatorId.Value, db, incident.InvestigatorId);
        var unfinished = status == IncidentStatus.Closed && incident.Status != status ? actions.AskRefusal(trip, "incidents", incidentId) : null;
        await trip.SendAsync(cancellation);
        named();
        if (errors.Any) return errors.ToProblem();
        if (unfinished?.Invoke() is { } refusal) return refusal;

        request.ApplyTo(incident);
        incident.MoveTo(status, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(IncidentResponse.Of(incident));
    }

    private static FieldErrors Check(IncidentUpdate request, TimeProvider time) => new FieldErrors().Members(request)
        .IncidentDate(request.IncidentDate.Value, time);
}
