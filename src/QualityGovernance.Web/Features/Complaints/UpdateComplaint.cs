namespace QualityGovernance.Web.Features.Complaints;

/// <summary>What is left out stays as it is. Who complained, and when, is not corrected afterwards.</summary>
public sealed record ComplaintUpdate(
    [Required, Text(Complaint.LongestTitle, Min = 1)] Optional<string?> Title,
    [Required, Text(Complaint.LongestText, Min = 1)] Optional<string?> Description,
    [Required] Optional<ComplaintType?> ComplaintType,
    [Required] Optional<ComplaintPriority?> Priority,
    [SetApart, Required] Optional<ComplaintStatus?> Status,
    [Text(Complaint.LongestText)] Optional<string?> InvestigationNotes,
    [Text(Complaint.LongestText)] Optional<string?> RootCause,
    [Text(Complaint.LongestText)] Optional<string?> ResolutionSummary,
    Optional<bool?> CustomerSatisfied) : IPartialUpdate<Complaint>;

internal static class UpdateComplaint
{
    public static async Task<Results<Ok<ComplaintResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "complaint_id")] int complaintId, ComplaintUpdate request, QgpDbContext db, IUnfinishedActions actions, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.OneAsync<Complaint>(complaintId, cancellation) is not { } complaint) return ApiProblem.NotFound("Complaint", complaintId);
        var status = request.Status.Or(complaint.Status)!.Value;
        if ((Complaint.Life.RefusalToBecome(complaint.Status, status) ?? RefusalToPassOver(complaint, status)) is { } jump) return jump;
        var summary = request.ResolutionSummary.Or(complaint.ResolutionSummary);
        if (status is ComplaintStatus.Resolved or ComplaintStatus.Closed && string.IsNullOrWhiteSpace(summary))
            return ApiProblem.Validation("resolution_summary", "A complaint is resolved by something: say by what, here or before.");
        if (status == ComplaintStatus.Closed && complaint.Status != status && await actions.RefusalAsync("complaints", complaintId, cancellation) is { } unfinished) return unfinished;

        request.ApplyTo(complaint);
        complaint.MoveTo(status, time.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(ComplaintResponse.Of(complaint));
    }

    private static ProblemHttpResult? RefusalToPassOver(Complaint complaint, ComplaintStatus to) =>
        complaint.OwesAcknowledgement && to is not (ComplaintStatus.Escalated or ComplaintStatus.Acknowledged)
            ? Complaint.Life.Refusal(complaint.Status, to, allowed: [ComplaintStatus.Acknowledged])
            : null;
}
