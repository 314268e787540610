namespace QualityGovernance.Web.Features.Risks.Overview;

/// <param name="TotalRisks">Active and inactive ones; deleted ones are not counted anywhere.</param>
/// <param name="ActiveRisks">What the list shows. All that follows counts active risks only.</param>
/// <param name="RisksByCategory">Every category, also where there is no risk.</param>
/// <param name="RisksByLevel">Every level of the matrix, also where there is no risk.</param>
/// <param name="RisksRequiringReview">Their review date has come, and they are not closed.</param>
/// <param name="OverdueTreatments">Their treatment was due, and they are neither monitored nor closed.</param>
/// <param name="AverageRiskScore">To two decimals; 0 where there is no risk.</param>
public sealed record RiskStatistics(
    int TotalRisks,
    int ActiveRisks,
    IReadOnlyDictionary<string, int> RisksByCategory,
    IReadOnlyDictionary<string, int> RisksByLevel,
    int RisksRequiringReview,
    int OverdueTreatments,
    double AverageRiskScore);
