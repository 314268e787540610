namespace QualityGovernance.Web.Features.Actions;

internal static class ComplaintActions
{
    public static Task<Results<Ok<Page<ActionResponse>>, ProblemHttpResult>> ListAsync(
        [FromRoute(Name = "complaint_id")] int complaintId, PageRequest page, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        ReadActions.OfSourceAsync(ActionSourceType.Complaint, complaintId, page, db, time, cancellation);

    public static Task<Results<Created<ActionResponse>, ProblemHttpResult>> CreateAsync(
        [FromRoute(Name = "complaint_id")] int complaintId, ActionOfSourceCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation) =>
        CreateAction.OfSourceAsync(ActionSourceType.Complaint, complaintId, request, db, time, cancellation);
}
