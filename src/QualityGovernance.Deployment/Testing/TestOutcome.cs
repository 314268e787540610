namespace QualityGovernance.Deployment.Testing;

/// <summary>One test case as the runner reported it.</summary>
public sealed record TestOutcome(string Project, string Name, TestOutcomeKind Kind, string? Message);
