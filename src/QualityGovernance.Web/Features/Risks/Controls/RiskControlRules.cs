namespace QualityGovernance.Web.Features.Risks.Controls;

/// <summary>What both a new control and a changed one must hold to.</summary>
internal static class RiskControlRules
{
    public static FieldErrors Tests(this FieldErrors errors, DateTimeOffset? lastTested, TimeProvider time) => errors
        .Happened("last_tested_date", lastTested, time);

    public static FieldErrors TestsInOrder(this FieldErrors errors, DateTimeOffset? lastTested, DateTimeOffset? next) =>
        errors.Require(next is null || lastTested is null || next >= lastTested, "next_test_date", "This is before the last test.");
}
