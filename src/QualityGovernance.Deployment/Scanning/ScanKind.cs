namespace QualityGovernance.Deployment.Scanning;

/// <summary>The scans, by the words that <c>--only</c> takes.</summary>
public enum ScanKind
{
    Dependencies,
    Secrets,
    Container,
    Cve,
}
