using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>What dates in requests must hold to. Clocks and time zones differ, so a day is granted either way.</summary>
public static class DateRules
{
    private static readonly TimeSpan Leeway = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3653); // ten years

    /// <summary>For something that happened. Null is fine.</summary>
    public static FieldErrors Happened(this FieldErrors errors, string field, DateTimeOffset? value, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(time);
        return value is not { } date ? errors : errors
            .Require(date >= DatedAttribute.Earliest, field, DatedAttribute.BeforeEarliest)
            .Require(date <= time.GetUtcNow() + Leeway, field, "This is in the future.");
    }

    /// <summary>For something that is planned. Null is fine.</summary>
    public static FieldErrors Planned(this FieldErrors errors, string field, DateTimeOffset? value, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(time);
        return value is not { } date ? errors : errors
            .Require(date >= time.GetUtcNow() - Leeway, field, "This is in the past.")
            .Require(date <= time.GetUtcNow() + Longest, field, "This is more than ten years ahead.");
    }
}
