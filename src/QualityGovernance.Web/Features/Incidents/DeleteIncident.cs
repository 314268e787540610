namespace QualityGovernance.Web.Features.Incidents;

internal static class DeleteIncident
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "incident_id")] int incidentId, CurrentUser user, QgpDbContext db, IUnfinishedActions actions, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.OneAsync<Incident>(incidentId, cancellation) is not { } incident) return ApiProblem.NotFound("Incident", incidentId);
        if (await actions.RefusalAsync("incidents", incidentId, cancellation) is { } unfinished) return unfinished;
        incident.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
