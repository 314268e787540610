namespace QualityGovernance.Deployment.Documents.Runbook;

/// <summary>A target, as the build describes it.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Description">What <c>--help</c> says of it; null where nobody wrote anything.</param>
/// <param name="Required">The options without which it refuses to run, by the names of their parameters.</param>
public sealed record DescribedTarget(string Name, string? Description, IReadOnlyList<string> Required);
