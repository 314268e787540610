namespace QualityGovernance.Web.Features.Audits;

/// <summary>Bounds of numbers, so that sums of them stay finite.</summary>
internal static class AuditBounds
{
    public const double LargestValue = 1e12;
    public const double LargestScore = 1e6;
    public const double LargestWeight = 1_000;
}
