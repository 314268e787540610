namespace QualityGovernance.Deployment.Evidence;

/// <param name="Root">The checkout.</param>
/// <param name="RunsFolder">Where runs are recorded.</param>
/// <param name="EvidenceFolder">Where acceptance packs are kept, one folder each.</param>
public sealed record EvidenceOptions(string Root, string RunsFolder, string EvidenceFolder);
