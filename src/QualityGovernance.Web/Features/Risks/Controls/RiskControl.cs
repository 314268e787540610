using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks.Controls;

/// <summary>What the organisation does about a risk.</summary>
public sealed class RiskControl : Entity
{
    public const int LongestTitle = 300;
    public const int LongestDescription = 50_000;
    public const int LongestTestCycle = 120;

    public required int RiskId { get; init; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    public RiskControlType ControlType { get; set; }

    public RiskControlStatus ImplementationStatus { get; set; }

    public ControlEffectiveness? Effectiveness { get; set; }

    public int? OwnerId { get; set; }

    public DateTimeOffset? LastTestedDate { get; private set; }

    public DateTimeOffset? NextTestDate { get; private set; }

    public int? TestFrequencyMonths { get; private set; }

    /// <summary>One that is not is kept and left out of lists.</summary>
    public bool IsActive { get; set; } = true;

    public List<RiskControlLink> Links { get; } = [];

    /// <summary>When the next test is due follows from the last one and the cycle, counted from now where there was none. Without a cycle, a planned test that the last one came after was that one.</summary>
    public void PlanTests(DateTimeOffset? lastTested, int? everyMonths, DateTimeOffset now)
    {
        if (lastTested == LastTestedDate && everyMonths == TestFrequencyMonths) return;
        LastTestedDate = lastTested;
        TestFrequencyMonths = everyMonths;
        if (everyMonths is { } months) NextTestDate = (lastTested ?? now).AddMonths(months);
        else if (NextTestDate < lastTested) NextTestDate = null;
    }

    /// <summary>The test is due at a date of its own, whatever the cycle says.</summary>
    public void TestNextAt(DateTimeOffset? date) => NextTestDate = date;
}
