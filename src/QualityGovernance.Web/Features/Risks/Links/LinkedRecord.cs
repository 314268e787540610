namespace QualityGovernance.Web.Features.Risks.Links;

/// <summary>One link as it is read.</summary>
public sealed record LinkedRecord(LinkKind Kind, int TargetId) : ILink;
