namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>How an audit came out. All null when nothing was scored.</summary>
public sealed record ScoreCard(double? Score, double? MaxScore, double? Percentage, bool? IsPassed)
{
    public static ScoreCard None { get; } = new(null, null, null, null);
}
