using Microsoft.AspNetCore.Http.HttpResults;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Complaints;

public sealed record ComplaintCreate(
    string? Title,
    string? Description,
    DateTimeOffset? ReceivedDate,
    string? ComplainantName,
    ComplaintType ComplaintType = ComplaintType.Other,
    ComplaintPriority Priority = ComplaintPriority.Medium,
    string? ComplainantEmail = null,
    string? ComplainantPhone = null,
    string? ComplainantCompany = null,
    string? RelatedReference = null);

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

    private static FieldErrors Check(ComplaintCreate request, TimeProvider time) => new FieldErrors()
        .Text("title", request.Title, min: 1, max: Complaint.LongestTitle, required: true)
        .Text("description", request.Description, min: 1, max: Complaint.LongestText, required: true)
        .Require(request.ReceivedDate is not null, "received_date", "This is required.")
        .Happened("received_date", request.ReceivedDate, time)
        .Text("complainant_name", request.ComplainantName, min: 1, max: Complaint.LongestName, required: true)
        .Email("complainant_email", request.ComplainantEmail, Complaint.LongestEmail)
        .Text("complainant_phone", request.ComplainantPhone, max: Complaint.LongestPhone)
        .Text("complainant_company", request.ComplainantCompany, max: Complaint.LongestName)
        .Text("related_reference", request.RelatedReference, max: Complaint.LongestRelatedReference);
}
