namespace QualityGovernance.Deployment.Scanning;

/// <summary>Reads the words that tools use for a severity.</summary>
internal static class Severities
{
    public static Severity Parse(string? word) => word?.ToUpperInvariant() switch
    {
        "LOW" or "NEGLIGIBLE" or "0" => Severity.Low,
        "MEDIUM" or "MODERATE" or "1" => Severity.Moderate,
        "HIGH" or "2" => Severity.High,
        "CRITICAL" or "3" => Severity.Critical,
        _ => Severity.Unstated,
    };

    /// <summary>What was not stated is taken for the worst.</summary>
    public static bool Reaches(this Severity severity, Severity threshold) => severity == Severity.Unstated || severity >= threshold;
}
