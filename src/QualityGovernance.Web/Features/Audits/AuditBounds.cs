using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Audits;

/// <summary>Bounds of numbers and dates, so that sums of them stay finite and dates stay ones that people mean.</summary>
internal static class AuditBounds
{
    public const double LargestValue = 1e12;
    public const double LargestScore = 1e6;
    public const double LargestWeight = 1_000;

    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A date that is not a slip of the keyboard.</summary>
    public static FieldErrors Date(this FieldErrors errors, string field, DateTimeOffset? value) =>
        errors.Require(value is null || (value >= Earliest && value < Latest), field, "This must be a date from 1900 to 2199.");
}
