namespace QualityGovernance.Web.Features.Complaints;

public sealed record ComplaintCreate(
    [Required, Text(Complaint.LongestTitle, Min = 1)] string? Title,
    [Required, Text(Complaint.LongestText, Min = 1)] string? Description,
    [Required, Told(DateRules.Past)] DateTimeOffset? ReceivedDate,
    [Required, Text(Complaint.LongestName, Min = 1)] string? ComplainantName,
    ComplaintType ComplaintType = ComplaintType.Other,
    ComplaintPriority Priority = ComplaintPriority.Medium,
    [Email(Complaint.LongestEmail)] string? ComplainantEmail = null,
    [Text(Complaint.LongestPhone)] string? ComplainantPhone = null,
    [Text(Complaint.LongestName)] string? ComplainantCompany = null,
    [Text(Complaint.LongestRelatedReference)] string? RelatedReference = null);

internal static class CreateComplaint
{
    public static async Task<Results<Created<ComplaintResponse>, ProblemHttpResult>> HandleAsync(
        ComplaintCreate request, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = Check(request, time);
        if (errors.Any) return errors.ToProblem();

        var complaint = new Complaint
        {
            Title = request.Title!,
            Description = request.Description!,
            ComplaintType = request.ComplaintType,
            Priority = request.Priority,
            ReceivedDate = Clock.Stored(request.ReceivedDate!.Value),
            ComplainantName = request.ComplainantName!,
            ComplainantEmail = request.ComplainantEmail,
            ComplainantPhone = request.ComplainantPhone,
            ComplainantCompany = request.ComplainantCompany,
            RelatedReference = request.RelatedReference,
        };
        db.Add(complaint);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/complaints/{complaint.Id}", ComplaintResponse.Of(complaint));
    }

    private static FieldErrors Check(ComplaintCreate request, TimeProvider time) => new FieldErrors().Members(request)
        .Happened("received_date", request.ReceivedDate, time);
}
