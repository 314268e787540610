namespace QualityGovernance.Web.Features.Complaints;

internal static class DeleteComplaint
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "complaint_id")] int complaintId, CurrentUser user, QgpDbContext db, IUnfinishedActions actions, TimeProvider time, CancellationToken cancellation)
    {
        if (await db.OneAsync<Complaint>(complaintId, cancellation) is not { } complaint) return ApiProblem.NotFound("Complaint", complaintId);
        if (await actions.RefusalAsync("complaints", complaintId, cancellation) is { } unfinished) return unfinished;
        complaint.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
