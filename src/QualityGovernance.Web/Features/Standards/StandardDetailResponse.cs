using QualityGovernance.Web.Features.Standards.Clauses;

namespace QualityGovernance.Web.Features.Standards;

/// <summary>A standard with all of its clauses, inactive ones too, parents and children in one list.</summary>
public sealed record StandardDetailResponse : StandardResponse
{
    public StandardDetailResponse(StandardResponse standard, IReadOnlyList<ClauseResponse> clauses)
        : base(standard) => Clauses = clauses;

    public IReadOnlyList<ClauseResponse> Clauses { get; }
}
