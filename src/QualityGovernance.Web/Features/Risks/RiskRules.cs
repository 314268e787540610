using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Features.Risks;

/// <summary>What new and changed records of the register must hold to.</summary>
internal static class RiskRules
{
    public const string Step = "A step of the risk matrix as it is configured (RISK_MATRIX).";
    public const string Level = "The name of a level of the risk matrix as it is configured (RISK_MATRIX).";

    /// <summary><see cref="Step"/> How many there are is a setting; that the first is 1 stands on the member.</summary>
    public static FieldErrors Likelihood(this FieldErrors errors, string field, int? value, RiskMatrix matrix) => errors.Require(value is null || value <= matrix.Likelihoods, field, $"This must be from 1 to {matrix.Likelihoods}.");

    public static FieldErrors Impact(this FieldErrors errors, string field, int? value, RiskMatrix matrix) => errors.Require(value is null || value <= matrix.Impacts, field, $"This must be from 1 to {matrix.Impacts}.");

    public static DateTimeOffset? Stored(DateTimeOffset? value) => value is { } date ? Clock.Stored(date) : null;
}
