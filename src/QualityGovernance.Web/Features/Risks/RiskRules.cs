using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Risks;

/// <summary>What new and changed records of the register must hold to.</summary>
internal static class RiskRules
{
    public const string Step = "A step of the risk matrix as it is configured (RISK_MATRIX).";
    public const string Level = "The name of a level of the risk matrix as it is configured (RISK_MATRIX).";
    public const string Dated = "A date from 1900 to 2199.";
    public const string Past = "A date from 1900 on that is not in the future, give or take a day.";

    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Clocks and time zones differ; what was done tomorrow is still a mistake.
    private static readonly TimeSpan Leeway = TimeSpan.FromDays(1);

    /// <summary><see cref="Step"/> How many there are is a setting; that the first is 1 stands on the member.</summary>
    public static FieldErrors Likelihood(this FieldErrors errors, string field, int? value, RiskMatrix matrix) => errors.Require(value is null || value <= matrix.Likelihoods, field, $"This must be from 1 to {matrix.Likelihoods}.");

    public static FieldErrors Impact(this FieldErrors errors, string field, int? value, RiskMatrix matrix) => errors.Require(value is null || value <= matrix.Impacts, field, $"This must be from 1 to {matrix.Impacts}.");

    /// <summary><see cref="Dated"/> Something is planned for it, or was done at it.</summary>
    public static FieldErrors Date(this FieldErrors errors, string field, DateTimeOffset? value) => value is not { } date ? errors : errors
        .Require(date >= Earliest, field, "This is before 1900.")
        .Require(date < Latest, field, "This is after 2199.");

    /// <summary><see cref="Past"/> Something was done at it.</summary>
    public static FieldErrors PastDate(this FieldErrors errors, string field, DateTimeOffset? value, TimeProvider time) => value is not { } date ? errors : errors
        .Require(date >= Earliest, field, "This is before 1900.")
        .Require(date <= time.GetUtcNow() + Leeway, field, "This is in the future.");

    public static DateTimeOffset? Stored(DateTimeOffset? value) => value is { } date ? Clock.Stored(date) : null;
}
