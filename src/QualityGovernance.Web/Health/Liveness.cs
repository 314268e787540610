namespace QualityGovernance.Web.Health;

internal sealed record Liveness(string Status, string RequestId);
