namespace QualityGovernance.Deployment.Scanning;

/// <summary>How bad a finding is, in the words of the vulnerability databases.</summary>
public enum Severity
{
    /// <summary>The tool did not say: counts as bad as it can be.</summary>
    Unstated,
    Low,
    Moderate,
    High,
    Critical,
}
