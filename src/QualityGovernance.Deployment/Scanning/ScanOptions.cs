namespace QualityGovernance.Deployment.Scanning;

/// <summary>What is scanned.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="RunsFolder">Where rehearsals are recorded: one of them saw the containers of the image.</param>
/// <param name="Image">Name or id.</param>
public sealed record ScanOptions(string Root, string RunsFolder, string Image)
{
    /// <summary>Which scans; null for all of them.</summary>
    public ScanKind? Only { get; init; }

    /// <summary>The lowest severity that fails a scan. What is below is on record all the same.</summary>
    public Severity Threshold { get; init; } = Severity.Moderate;
}
