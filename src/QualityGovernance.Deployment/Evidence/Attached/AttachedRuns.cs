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

    /// <summary>
    /// Why runs that looked at the very image do not count: a sentence for each of the receipts that no run may tell, about the newest that was made from other sources.
    /// </summary>
    /// <param name="history">The runs that were recorded.</param>
    /// <param name="record">The run that is the subject.</param>
    /// <param name="receipts">The names of the receipts that are missing.</param>
    public static IReadOnlyList<string> WhyNot(RunHistory history, RunRecord record, IEnumerable<string> receipts)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(record);
        var missing = receipts.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. history.Runs.Reverse()
                .Where(run => missing.Count > 0 && run.Id != record.Run.Id && MayTell(run))
                .Select(RunVerifier.Read)
                .Where(other => IsFromOtherSources(other, record) && missing.RemoveWhere(name => Tells(other, name) is not null) > 0)
                .Select(other => $"{other.Start!.Name} {other.Run.Id} looked at the same image beside other sources ({Named(other)}; the run: {Named(record)}), and does not count."),
        ];
    }

    /// <summary>The receipt of a name that a run has to show; null where it was not executed.</summary>
    internal static Receipt? Tells(RunRecord record, string name) => record.Receipts.LastOrDefault(receipt => receipt.Name == name && receipt.Outcome is not (null or Outcome.NotRun));

    /// <summary>Whether the one is finished and intact, and speaks of the image and the sources of the other. What nobody could name is not the same as another of its kind.</summary>
    internal static bool IsAbout(RunRecord other, RunRecord record) =>
        IsOfTheSameImage(other, record) && Source(other) is { } source && source == Source(record);

    private static bool IsFromOtherSources(RunRecord other, RunRecord record) => IsOfTheSameImage(other, record) && !IsAbout(other, record);

    private static bool IsOfTheSameImage(RunRecord other, RunRecord record) => other is { IsFinished: true, Problems.Count: 0 } && ImageOf(record) is { } image && ImageOf(other) == image;

    private static string Named(RunRecord record) => Source(record) switch
    {
        ({ } commit, "no") => $"commit {commit[..Math.Min(12, commit.Length)]}",
        ({ } commit, _) => $"commit {commit[..Math.Min(12, commit.Length)]} with uncommitted changes",
        null => "sources that nobody could name",
    };

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
