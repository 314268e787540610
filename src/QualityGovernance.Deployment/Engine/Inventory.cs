namespace QualityGovernance.Deployment.Engine;

/// <summary>Everything that an engine holds except images, to compare before with after. Ours or not: what is compared is the host.</summary>
public sealed record Inventory(IReadOnlySet<string> Containers, IReadOnlySet<string> Volumes, IReadOnlySet<string> Networks)
{
    /// <summary>One line for each thing that is in one of the two only.</summary>
    public IReadOnlyList<string> DifferencesTo(Inventory later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return
        [
            .. Differences("container", Containers, later.Containers),
            .. Differences("volume", Volumes, later.Volumes),
            .. Differences("network", Networks, later.Networks),
        ];
    }

    private static IEnumerable<string> Differences(string kind, IReadOnlySet<string> before, IReadOnlySet<string> after) =>
        after.Except(before).Select(one => $"new {kind} {one}").Concat(before.Except(after).Select(one => $"{kind} {one} is gone")).Order(StringComparer.Ordinal);
}
