using QualityGovernance.Web.Features.Audits.Findings;

namespace QualityGovernance.Web.Features.Audits.Runs;

public sealed record AuditRunDetailResponse(
    int Id,
    string ReferenceNumber,
    int TemplateId,
    int TemplateVersion,
    string? TemplateName,
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
    DateTimeOffset UpdatedAt,
    IReadOnlyList<AuditResponseResponse> Responses,
    IReadOnlyList<AuditFindingResponse> Findings,
    double CompletionPercentage)
{
    public static AuditRunDetailResponse Of(AuditRunResponse run, string? templateName, IReadOnlyList<AuditResponseResponse> responses, IReadOnlyList<AuditFindingResponse> findings, double completionPercentage)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(
            run.Id,
            run.ReferenceNumber,
            run.TemplateId,
            run.TemplateVersion,
            templateName,
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
            run.Passed,
            run.CreatedById,
            run.CreatedAt,
            run.UpdatedAt,
            responses,
            findings,
            completionPercentage);
    }
}
