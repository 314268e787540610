namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>The first place that is wrong.</summary>
/// <param name="Finding">What kind.</param>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Sentence">What was found there.</param>
public sealed record TrailFault(TrailFinding Finding, long Line, string Sentence);
