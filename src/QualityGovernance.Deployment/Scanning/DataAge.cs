namespace QualityGovernance.Deployment.Scanning;

/// <summary>How old what a scanner knows is.</summary>
internal static class DataAge
{
    /// <summary>A database that is older does not know what became known since.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromDays(7);

    public static string Of(DateTimeOffset updated, TimeProvider time) => $"{Math.Max(0, (time.GetUtcNow() - updated).TotalDays):0.0} days (of {updated:yyyy-MM-dd})";

    public static bool IsTooOld(DateTimeOffset updated, TimeProvider time) => time.GetUtcNow() - updated > Most;
}
