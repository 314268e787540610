using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Complaints;

public sealed record ComplaintResponse(
    int Id,
    string ReferenceNumber,
    string Title,
    string Description,
    ComplaintType ComplaintType,
    ComplaintPriority Priority,
    ComplaintStatus Status,
    DateTimeOffset ReceivedDate,
    string ComplainantName,
    string? ComplainantEmail,
    string? ComplainantPhone,
    string? ComplainantCompany,
    string? RelatedReference,
    string? InvestigationNotes,
    string? RootCause,
    string? ResolutionSummary,
    bool? CustomerSatisfied,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ResolvedAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<Complaint, ComplaintResponse>
{
    public static Expression<Func<Complaint, ComplaintResponse>> Projection => complaint => new ComplaintResponse(
        complaint.Id,
        complaint.ReferenceNumber,
        complaint.Title,
        complaint.Description,
        complaint.ComplaintType,
        complaint.Priority,
        complaint.Status,
        complaint.ReceivedDate,
        complaint.ComplainantName,
        complaint.ComplainantEmail,
        complaint.ComplainantPhone,
        complaint.ComplainantCompany,
        complaint.RelatedReference,
        complaint.InvestigationNotes,
        complaint.RootCause,
        complaint.ResolutionSummary,
        complaint.CustomerSatisfied,
        complaint.AcknowledgedAt,
        complaint.ResolvedAt,
        complaint.ClosedAt,
        complaint.CreatedAt,
        complaint.UpdatedAt);
}
