namespace QualityGovernance.Web.Features.Risks.Links;

/// <summary>The ids of one kind as a request gives them.</summary>
/// <param name="Kind">What they are ids of.</param>
/// <param name="Field">The name on the wire.</param>
/// <param name="Ids">Absent: they stay as they are. Null: there are none.</param>
internal sealed record GivenIds(LinkKind Kind, string Field, Optional<IReadOnlyList<int>?> Ids)
{
    public IReadOnlyList<int> Wanted => Ids.Value?.Distinct().ToList() ?? [];
}
