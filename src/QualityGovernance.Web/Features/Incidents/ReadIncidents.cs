namespace QualityGovernance.Web.Features.Incidents;

internal static class ReadIncidents
{
    public static Task<Results<Ok<IncidentResponse>, ProblemHttpResult>> OneAsync([FromRoute(Name = "incident_id")] int incidentId, QgpDbContext db, CancellationToken cancellation) =>
        db.Set<Incident>().ShowAsync(IncidentResponse.Projection, "Incident", incidentId, cancellation);

    /// <summary>Newest report first.</summary>
    public static async Task<Ok<Page<IncidentResponse>>> ListAsync([DefaultPageSize(50)] PageRequest page, QgpDbContext db, CancellationToken cancellation) =>
        TypedResults.Ok(await db.Set<Incident>()
            .OrderByDescending(incident => incident.ReportedDate).ThenBy(incident => incident.Id)
            .ToPageAsync(page, IncidentResponse.Projection, cancellation));
}
