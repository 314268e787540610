namespace QualityGovernance.Deployment.Engine;

/// <summary>Containers that a process needs for itself alone: they name it, so that what one leaves that was killed is told from what is in use.</summary>
internal static class OrphanedContainers
{
    /// <summary>The labels, and this process as the owner.</summary>
    public static IReadOnlyDictionary<string, string> Owned(IReadOnlyDictionary<string, string> labels) =>
        labels.Append(new(Labels.OwnerPid, OwnerMark.Current.ToString())).ToDictionary();

    /// <summary>Removes those with these labels whose owner is known to be gone, with their anonymous volumes.</summary>
    /// <returns>Their names.</returns>
    public static async Task<IReadOnlyList<string>> RemoveAsync(ContainerEngine engine, IReadOnlyDictionary<string, string> labels, CancellationToken cancellation)
    {
        var removed = new List<string>();
        foreach (var container in (await engine.ContainersAsync(labels, cancellation)).Where(IsOrphan))
        {
            await engine.RemoveContainerAsync(container.Id, cancellation);
            removed.Add(container.Name);
        }

        return removed;
    }

    private static bool IsOrphan(ContainerFacts container) =>
        OwnerMark.Parse(container.Labels.GetValueOrDefault(Labels.OwnerPid)) is { MayBeAlive: false };
}
