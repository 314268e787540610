namespace QualityGovernance.Web.Features.Risks.Overview;

/// <param name="Matrix">A row for each likelihood, the highest first; in it a cell for each impact, the lowest first.</param>
/// <param name="TotalRisks">Active risks, those outside included.</param>
/// <param name="RisksByLevel">Every level, also where there is no risk.</param>
/// <param name="RisksOutside">Rated on a larger matrix than the one that is configured now: they have a level and no cell until they are rated anew.</param>
public sealed record RiskMatrixResponse(
    IReadOnlyList<IReadOnlyList<RiskMatrixCell>> Matrix,
    int TotalRisks,
    IReadOnlyDictionary<string, int> RisksByLevel,
    int RisksOutside);
