using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Risks;

/// <summary>What new and changed records of the register must hold to.</summary>
internal static class RiskRules
{
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Clocks and time zones differ; what was done tomorrow is still a mistake.
    private static readonly TimeSpan Leeway = TimeSpan.FromDays(1);

    /// <summary>How many steps there are is a setting; that the first is 1 stands on the member.</summary>
    public static FieldErrors Likelihood(this FieldErrors errors, string field, int? value, RiskMatrix matrix) => errors.Require(value is null || value <= matrix.Likelihoods, field, $"This must be from 1 to {matrix.Likelihoods}.");

    public static FieldErrors Impact(this FieldErrors errors, string field, int? value, RiskMatrix matrix) => errors.Require(value is null || value <= matrix.Impacts, field, $"This must be from 1 to {matrix.Impacts}.");

    /// <summary>A date that something is planned for, or was done at.</summary>
    public static FieldErrors Date(this FieldErrors errors, string field, DateTimeOffset? value) => value is not { } date ? errors : errors
        .Require(date >= Earliest, field, "This is before 1900.")
        .Require(date < Latest, field, "This is after 2199.");

    /// <summary>A date that something was done at.</summary>
    public static FieldErrors PastDate(this FieldErrors errors, string field, DateTimeOffset? value, TimeProvider time) => value is not { } date ? errors : errors
        .Require(date >= Earliest, field, "This is before 1900.")
        .Require(date <= time.GetUtcNow() + Leeway, field, "This is in the future.");

    public static DateTimeOffset? Stored(DateTimeOffset? value) => value is { } date ? Clock.Stored(date) : null;
}
