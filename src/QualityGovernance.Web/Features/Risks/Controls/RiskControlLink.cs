using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks.Controls;

/// <summary>A control of a risk points to the clause or the control of a standard that it puts into practice.</summary>
public sealed class RiskControlLink : ILink
{
    public int RiskControlId { get; private set; }

    public required LinkKind Kind { get; init; }

    public required int TargetId { get; init; }
}
