namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>The last line of an export.</summary>
/// <param name="Lines">Before it.</param>
/// <param name="LastHash">Of the last seal; null without one.</param>
internal sealed record TrailEnd(long Lines, string? LastHash)
{
    public CanonicalJson.Raw Canonical => CanonicalJson.Object(("lines", Lines), ("last_hash", LastHash));
}
