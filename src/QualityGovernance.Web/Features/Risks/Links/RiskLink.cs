namespace QualityGovernance.Web.Features.Risks.Links;

/// <summary>A risk points to a record.</summary>
public sealed class RiskLink : ILink
{
    public int RiskId { get; private set; }

    public required LinkKind Kind { get; init; }

    public required int TargetId { get; init; }
}
