using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Incidents;

public sealed record IncidentResponse(
    int Id,
    string ReferenceNumber,
    string Title,
    string Description,
    IncidentType IncidentType,
    IncidentSeverity Severity,
    IncidentStatus Status,
    DateTimeOffset IncidentDate,
    DateTimeOffset ReportedDate,
    string? Location,
    string? Department,
    int? ReporterId,
    int? InvestigatorId,
    DateTimeOffset? ClosedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<Incident, IncidentResponse>
{
    public static Expression<Func<Incident, IncidentResponse>> Projection => incident => new IncidentResponse(
        incident.Id,
        incident.ReferenceNumber,
        incident.Title,
        incident.Description,
        incident.IncidentType,
        incident.Severity,
        incident.Status,
        incident.IncidentDate,
        incident.ReportedDate,
        incident.Location,
        incident.Department,
        incident.ReporterId,
        incident.InvestigatorId,
        incident.ClosedAt,
        incident.CreatedAt,
        incident.UpdatedAt);
}
