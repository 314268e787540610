namespace QualityGovernance.Platform.Configuration;

/// <summary>What a score is called.</summary>
/// <param name="Name">As on the wire: <c>high</c>.</param>
/// <param name="From">The lowest score of the level; it ends where the next one begins.</param>
/// <param name="Color">For a screen: <c>#f97316</c>.</param>
public sealed record RiskLevel(string Name, int From, string Color)
{
    /// <summary>In characters, as <see cref="RiskMatrixText"/> reads it.</summary>
    public const int LongestName = 30;
}
