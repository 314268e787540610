using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>One line of the record that has an outcome.</summary>
/// <param name="Receipt">The line.</param>
/// <param name="Earlier">How long the same took in the runs before, oldest first; those where it was not executed are left out.</param>
public sealed record PackStep(Receipt Receipt, IReadOnlyList<TimeSpan> Earlier)
{
    /// <summary>Of the runs before; null where there are none.</summary>
    public TimeSpan? Median => Earlier.Count == 0 ? null : Earlier.Order().ElementAt(Earlier.Count / 2);
}
