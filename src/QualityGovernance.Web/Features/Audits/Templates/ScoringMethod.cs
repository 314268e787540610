namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>How the answers of a run become its score; docs/api.md has the formulas.</summary>
public enum ScoringMethod
{
    Percentage,
    Points,
    Weighted,
    PassFail,
}
