namespace QualityGovernance.Web.Features.Actions;

internal static class IncidentActions
{
    public static Task<Results<Ok<Page<ActionResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "incident_id")] int incidentId, PageRequest page, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        ReadActions.OfSourceAsync(ActionSourceType.Incident, incidentId, page, db, time, cancellation);

    public static Task<Results<Created<ActionResponse>, ProblemHttpResult>> CreateAsync(
        [FromRoute(Name = "incident_id")] int incidentId, ActionOfSourceCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        CreateAction.OfSourceAsync(ActionSourceType.Incident, incidentId, request, db, time, cancellation);
}
