namespace QualityGovernance.Deployment.Scanning.Vulnerabilities;

/// <summary>A scanner as it is on this machine.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Updated">When its database was made; null where it has none.</param>
internal sealed record ScannerState(string Version, DateTimeOffset? Updated);
