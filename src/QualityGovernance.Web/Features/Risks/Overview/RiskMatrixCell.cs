namespace QualityGovernance.Web.Features.Risks.Overview;

public sealed record RiskMatrixCell(int Likelihood, int Impact, int Score, string Level, string Color, int RiskCount);
