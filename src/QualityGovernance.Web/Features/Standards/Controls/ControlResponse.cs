using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Standards.Controls;

public sealed record ControlResponse(
    int Id,
    int ClauseId,
    string ControlNumber,
    string Title,
    string? Description,
    string? ImplementationGuidance,
    bool IsApplicable,
    string? ApplicabilityJustification,
    ImplementationStatus? ImplementationStatus,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IProjection<Control, ControlResponse>
{
    public static Expression<Func<Control, ControlResponse>> Projection => control => new ControlResponse(
        control.Id,
        control.ClauseId,
        control.ControlNumber,
        control.Title,
        control.Description,
        control.ImplementationGuidance,
        control.IsApplicable,
        control.ApplicabilityJustification,
        control.ImplementationStatus,
        control.IsActive,
        control.CreatedAt,
        control.UpdatedAt);
}
