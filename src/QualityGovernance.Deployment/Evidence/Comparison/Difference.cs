namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>One thing that two runs do not have in common.</summary>
/// <param name="What">It is.</param>
/// <param name="A">In the run that is the measure.</param>
/// <param name="B">In the run that is held against it.</param>
/// <param name="IsWorse">Whether it got worse from A to B.</param>
public sealed record Difference(string What, string A, string B, bool IsWorse);
