using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>What dates in requests must hold to. Clocks and time zones differ, so a day is granted either way.</summary>
public static class DateRules
{
    public const string Past = "From 1900 on, and not in the future, give or take a day.";
    public const string ToCome = "Not in the past, give or take a day, and at most ten years ahead.";

    private static readonly TimeSpan Leeway = TimeSpan.FromDays(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3653); // ten years

    /// <summary><see cref="Past"/> For something that happened. Null is fine.</summary>
    public static FieldErrors Happened(this FieldErrors errors, string field, DateTimeOffset? value, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(time);
        return value is not { } date ? errors : errors
            .Require(date >= DatedAttribute.Earliest, field, DatedAttribute.BeforeEarliest)
            .Require(date <= time.GetUtcNow() + Leeway, field, "This is in the future.");
    }

    /// <summary><see cref="ToCome"/> For something that is planned. Null is fine.</summary>
    public static FieldErrors Planned(this FieldErrors errors, string field, DateTimeOffset? value, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(time);
        return value is not { } date ? errors : errors
            .Require(date >= time.GetUtcNow() - Leeway, field, "This is in the past.")
            .Require(date <= time.GetUtcNow() + Longest, field, "This is more than ten years ahead.");
    }
}
