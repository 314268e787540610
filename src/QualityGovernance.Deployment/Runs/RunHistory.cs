namespace QualityGovernance.Deployment.Runs;

/// <summary>The runs that were recorded in one place, oldest first.</summary>
public sealed class RunHistory(string runsFolder)
{
    public IReadOnlyList<Run> Runs =>
        !Directory.Exists(runsFolder)
            ? []
            : [.. Directory.EnumerateDirectories(runsFolder)
                .Select(folder => RunId.TryParse(Path.GetFileName(folder), out var id) ? Run.At(runsFolder, id) : null)
                .OfType<Run>()
                .Where(run => File.Exists(run.LedgerPath))
                .OrderBy(run => run.Id.Value, StringComparer.Ordinal)];

    /// <summary>The last finished and intact run of the same kind before this one. A run of another kind shows other things and is no measure.</summary>
    public RunRecord? Before(RunRecord record) => Earlier(record, 1) is [var before] ? before : null;

    /// <summary>The last such runs, oldest first.</summary>
    public IReadOnlyList<RunRecord> Earlier(RunRecord record, int count)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. Runs
            .Where(run => string.CompareOrdinal(run.Id.Value, record.Run.Id.Value) < 0)
            .Reverse()
            .Select(RunVerifier.Read)
            .Where(earlier => earlier.IsFinished && earlier.Problems.Count == 0 && earlier.Start?.Name == record.Start?.Name && SameStack(earlier, record))
            .Take(count)
            .Reverse()];
    }

    private static bool SameStack(RunRecord earlier, RunRecord record) =>
        earlier.Start?.Inputs.GetValueOrDefault("stack") == record.Start?.Inputs.GetValueOrDefault("stack");
}
