using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Audits.Runs;

public sealed record AuditRunResponse(
    int Id,
    string ReferenceNumber,
    int TemplateId,
    int TemplateVersion,
    string? Title,
    string? Location,
    string? LocationDetails,
    double? Latitude,
    double? Longitude,
    DateTimeOffset? ScheduledDate,
    DateTimeOffset? DueDate,
    int? AssignedToId,
    string? Notes,
    AuditRunStatus Status,
    DateTimeOffset? StartedAt,
    DateTimeOffset? CompletedAt,
    double? Score,
    double? MaxScore,
    double? ScorePercentage,
    bool? Passed,
    int? CreatedById,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<AuditRun, AuditRunResponse>
{
    public static Expression<Func<AuditRun, AuditRunResponse>> Projection => run => new AuditRunResponse(
        run.Id,
        run.ReferenceNumber,
        run.TemplateId,
        run.TemplateVersion,
        run.Title,
        run.Location,
        run.LocationDetails,
        run.Latitude,
        run.Longitude,
        run.ScheduledDate,
        run.DueDate,
        run.AssignedToId,
        run.Notes,
        run.Status,
        run.StartedAt,
        run.CompletedAt,
        run.Score,
        run.MaxScore,
        run.ScorePercentage,
        run.IsPassed,
        run.CreatedById,
        run.CreatedAt,
        run.UpdatedAt);
}
