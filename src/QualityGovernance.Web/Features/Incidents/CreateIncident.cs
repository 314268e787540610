namespace QualityGovernance.Web.Features.Incidents;

public sealed record IncidentCreate(
    [Required, Text(Incident.LongestTitle, Min = 1)] string? Title,
    [Required, Text(Incident.LongestDescription)] string? Description,
    [Required, Told(DateRules.Past)] DateTimeOffset? IncidentDate,
    IncidentType IncidentType = IncidentType.Other,
    IncidentSeverity Severity = IncidentSeverity.Medium,
    IncidentStatus Status = IncidentStatus.Reported,
    [Text(Incident.LongestLocation)] string? Location = null,
    [Text(Incident.LongestDepartment)] string? Department = null,
    [ReferenceNumber] string? ReferenceNumber = null);

internal static class CreateIncident
{
    public static async Task<Results<Created<IncidentResponse>, ProblemHttpResult>> HandleAsync(
        IncidentCreate request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request)
            .IncidentDate(request.IncidentDate, time);
        if (errors.Any) return errors.ToProblem();
        if (user.RefusalToChoose(request.ReferenceNumber, IncidentPermissions.SetReferenceNumber) is { } chosen) return chosen;
        if (Incident.Life.RefusalToStart(request.Status) is { } jump) return jump;

        var incident = new Incident
        {
            ReferenceNumber = request.ReferenceNumber ?? "",
            Title = request.Title!,
            Description = request.Description!,
            IncidentType = request.IncidentType,
            Severity = request.Severity,
            IncidentDate = Clock.Stored(request.IncidentDate!.Value),
            ReportedDate = time.Now(),
            Location = request.Location,
            Department = request.Department,
            ReporterId = user.Id,
        };
        db.Add(incident);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/incidents/{incident.Id}", IncidentResponse.Of(incident));
    }
}
