using System.Linq.Expressions;
using System.Text.Json.Serialization;
using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks.Controls;

public sealed record RiskControlResponse(
    int Id,
    int RiskId,
    string Title,
    string? Description,
    RiskControlType ControlType,
    RiskControlStatus ImplementationStatus,
    ControlEffectiveness? Effectiveness,
    int? OwnerId,
    DateTimeOffset? LastTestedDate,
    DateTimeOffset? NextTestDate,
    int? TestFrequencyMonths,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [property: JsonIgnore] IReadOnlyList<LinkedRecord> Links) : IProjection<RiskControl, RiskControlResponse>
{
    public IReadOnlyList<int> ClauseIds => Links.Of(LinkKind.Clause);

    public IReadOnlyList<int> ControlIds => Links.Of(LinkKind.Control);

    public static Expression<Func<RiskControl, RiskControlResponse>> Projection => control => new RiskControlResponse(
        control.Id,
        control.RiskId,
        control.Title,
        control.Description,
        control.ControlType,
        control.ImplementationStatus,
        control.Effectiveness,
        control.OwnerId,
        control.LastTestedDate,
        control.NextTestDate,
        control.TestFrequencyMonths,
        control.IsActive,
        control.CreatedAt,
        control.UpdatedAt,
        control.Links.Select(link => new LinkedRecord(link.Kind, link.TargetId)).ToList());
}
