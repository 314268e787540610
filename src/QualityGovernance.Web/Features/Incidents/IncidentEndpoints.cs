namespace QualityGovernance.Web.Features.Incidents;

public static class IncidentEndpoints
{
    public static IEndpointRouteBuilder MapIncidents(this IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapModule("/api/v1/incidents", "Incidents");
        incidents.MapGet("", ReadIncidents.ListAsync).RequirePermission(IncidentPermissions.Read).WithName("ListIncidents").WithSummary("List all incidents");
        incidents.MapPost("", CreateIncident.HandleAsync).RequirePermission(IncidentPermissions.Create).WithName("CreateIncident").WithSummary("Report a new incident")
            .AlsoAnswers(403, $"chooses a reference number without {IncidentPermissions.SetReferenceNumber}");
        incidents.MapGet("/{incident_id}", ReadIncidents.OneAsync).RequirePermission(IncidentPermissions.Read).WithName("GetIncident").WithSummary("Get an incident by ID");
        incidents.MapPatch("/{incident_id}", UpdateIncident.HandleAsync).RequirePermission(IncidentPermissions.Update).WithName("UpdateIncident").WithSummary("Update an incident");
        incidents.MapDelete("/{incident_id}", DeleteIncident.HandleAsync).RequirePermission(IncidentPermissions.Delete).WithName("DeleteIncident").WithSummary("Delete an incident");
        return routes;
    }
}
