namespace QualityGovernance.Deployment.Workflows;

/// <summary>What the linter found, or why nobody knows.</summary>
/// <param name="Findings">Null where it could not run.</param>
/// <param name="Unknown">Why it could not; null where it did.</param>
public sealed record LintResult(IReadOnlyList<LintFinding>? Findings, string? Unknown);
