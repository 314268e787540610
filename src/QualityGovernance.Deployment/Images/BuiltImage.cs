namespace QualityGovernance.Deployment.Images;

/// <summary>An image that was built and looked at afterwards.</summary>
/// <param name="Tag">Its name.</param>
/// <param name="Id">Hash of its configuration: <c>sha256:...</c>. What runs is compared with it.</param>
/// <param name="SizeBytes">Of all its layers.</param>
/// <param name="BaseKind">What it stands on.</param>
/// <param name="BuildId">As its label says.</param>
/// <param name="Version">As its label says.</param>
/// <param name="Commit">As its label says.</param>
/// <param name="Duration">Of the build.</param>
public sealed record BuiltImage(string Tag, string Id, long SizeBytes, BaseKind BaseKind, string BuildId, string Version, string Commit, TimeSpan Duration)
{
    /// <summary>In the unit in which engines list them.</summary>
    public string Size => $"{SizeBytes / 1_000_000.0:0} MB";
}
