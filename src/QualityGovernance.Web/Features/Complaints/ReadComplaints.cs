namespace QualityGovernance.Web.Features.Complaints;

/// <param name="Status">One of the states.</param>
/// <param name="ComplaintType">One of the types.</param>
/// <param name="Priority">One of the priorities.</param>
internal sealed record ComplaintFilter(
    [FromQuery(Name = "status_filter"), OneOf<ComplaintStatus>] string? Status,
    [FromQuery(Name = "complaint_type"), OneOf<ComplaintType>] string? ComplaintType,
    [FromQuery(Name = "priority"), OneOf<ComplaintPriority>] string? Priority);

internal static class ReadComplaints
{
    public static Task<Results<Ok<ComplaintResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "complaint_id")] int complaintId, QgpDbContext db, CancellationToken cancellation) =>
        db.Set<Complaint>().ShowAsync(ComplaintResponse.Projection, "Complaint", complaintId, cancellation);

    /// <summary>Received last, listed first.</summary>
    public static async Task<Results<Ok<Page<ComplaintResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] ComplaintFilter filter, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter);
        if (errors.Any) return errors.ToProblem();

        var status = EnumNames.Read<ComplaintStatus>(filter.Status);
        var type = EnumNames.Read<ComplaintType>(filter.ComplaintType);
        var priority = EnumNames.Read<ComplaintPriority>(filter.Priority);
        IQueryable<Complaint> complaints = db.Set<Complaint>();
        if (status is not null) complaints = complaints.Where(complaint => complaint.Status == status);
        if (type is not null) complaints = complaints.Where(complaint => complaint.ComplaintType == type);
        if (priority is not null) complaints = complaints.Where(complaint => complaint.Priority == priority);
        return TypedResults.Ok(await complaints
            .OrderByDescending(complaint => complaint.ReceivedDate).ThenBy(complaint => complaint.Id)
            .ToPageAsync(page, ComplaintResponse.Projection, cancellation));
    }
}
