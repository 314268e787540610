using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Attached;

/// <summary>Other runs that speak of what a run has built: scans and bills of materials of the very image, from the very sources.</summary>
public static class AttachedRuns
{
    /// <summary>Where a pack keeps their receipts, a folder for each.</summary>
    public const string Folder = "attached";

    /// <summary>For each receipt that a run lacks, the newest intact run that has it.</summary>
    /// <param name="history">The runs that were recorded.</param>
    /// <param name="record">The run that is the subject.</param>
    /// <param name="receipts">The names of the receipts.</param>
    /// <returns>Oldest first.</returns>
    public static IReadOnlyList<RunRecord> Find(RunHistory history, RunRecord record, IEnumerable<string> receipts)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(record);
        if (ImageOf(record) is null)
            return [];
        var lacking = receipts.Where(name => record.Receipts.All(receipt => receipt.Name != name)).ToHashSet(StringComparer.Ordinal);
        var found = new List<RunRecord>();
        foreach (var run in history.Runs.Reverse().TakeWhile(_ => lacking.Count > 0).Where(run => run.Id != record.Run.Id))
        {
            if (!MayTell(run))
                continue;
            var other = RunVerifier.Read(run);
            if (IsAbout(other, record) && lacking.RemoveWhere(name => Tells(other, name) is not null) > 0)
                found.Add(other);
        }

        found.Reverse();
        return found;
    }

    /// <summary>The receipt of a name that a run has to show; null where it was not executed.</summary>
    internal static Receipt? Tells(RunRecord record, string name) => record.Receipts.LastOrDefault(receipt => receipt.Name == name && receipt.Outcome is not (null or Outcome.NotRun));

    /// <summary>Whether the one is finished and intact, and speaks of the image and the sources of the other. What nobody could name is not the same as another of its kind.</summary>
    internal static bool IsAbout(RunRecord other, RunRecord record) =>
        other is { IsFinished: true, Problems.Count: 0 } && ImageOf(record) is { } image && ImageOf(other) == image && Source(other) is { } source && source == Source(record);

    /// <summary>The id of the image that a run has built or asks about; null where it names none.</summary>
    internal static string? ImageOf(RunRecord record) => Of(record.Start) ?? Of(record.Step("BuildImage"));

    private static string? Of(Receipt? receipt) =>
        (receipt?.Inputs.GetValueOrDefault(FactNames.ImageId) ?? receipt?.Observations.GetValueOrDefault(FactNames.ImageId)) is { } id && id.StartsWith("sha256:", StringComparison.Ordinal) ? id : null;

    private static (string Commit, string? Dirty)? Source(RunRecord record) => record.Start?.Inputs.GetValueOrDefault(FactNames.Commit) is { } commit and not SourceState.Unknown
        ? (commit, record.Start.Inputs.GetValueOrDefault("dirty"))
        : null;

    /// <summary>Whether the first line names an image: reading a whole run means hashing its logs.</summary>
    private static bool MayTell(Run run) => File.ReadLines(run.LedgerPath).FirstOrDefault()?.Contains($"\"{FactNames.ImageId}\":", StringComparison.Ordinal) == true;
}
