using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Features.Incidents;

public sealed record IncidentCreate(
    string? Title,
    string? Description,
    DateTimeOffset? IncidentDate,
    IncidentType IncidentType = IncidentType.Other,
    IncidentSeverity Severity = IncidentSeverity.Medium,
    IncidentStatus Status = IncidentStatus.Reported,
    string? Location = null,
    string? Department = null,
    string? ReferenceNumber = null);

internal static class CreateIncident
{
    public static async Task<Results<Created<IncidentResponse>, ProblemHttpResult>> HandleAsync(
        IncidentCreate request, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors()
            .Text("title", request.Title, min: 1, max: Incident.LongestTitle, required: true)
            .Text("description", request.Description, max: Incident.LongestDescription, required: true)
            .Text("location", request.Location, max: Incident.LongestLocation)
            .Text("department", request.Department, max: Incident.LongestDepartment)
            .Require(request.IncidentDate is not null, "incident_date", "This is required.")
            .IncidentDate(request.IncidentDate, time)
            .ReferenceNumber("reference_number", request.ReferenceNumber);
        if (errors.Any) return errors.ToProblem();
        if (request.ReferenceNumber is not null && !user.May(IncidentPermissions.SetReferenceNumber))
            return ApiProblem.Forbidden($"Choosing a reference number needs the permission {IncidentPermissions.SetReferenceNumber}. Leave it out to be given the next one.");
        if (request.Status != Incident.Life.First) return Incident.Life.RefusalToStart(request.Status);

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
