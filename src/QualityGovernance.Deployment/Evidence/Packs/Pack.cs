using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>
/// The acceptance pack of one run: a function of its receipts, of those of the runs before it and of those that speak of the same image, and of nothing else. No
/// clock, no machine, no file beside them is asked, so the same receipts always give the same pack.
/// </summary>
public sealed class Pack
{
    /// <summary>How many runs before this one its durations are held against.</summary>
    public const int HistoryLength = 10;

    private Pack(RunRecord record, IReadOnlyList<RunRecord> earlier, IReadOnlyList<RunRecord> attached)
    {
        Record = record;
        EarlierRuns = [.. earlier.Select(run => run.Run.Id)];
        EarlierDurations = [.. earlier.Select(Took)];
        Steps = [.. record.Receipts.Where(receipt => receipt.Outcome is not null).Select(receipt => new PackStep(receipt, [.. Durations(receipt, earlier)]))];
        Summary = PackFacts.Summary(record);
        Environment = PackFacts.Environment(record);
        Image = PackFacts.Image(record);
        Configuration = PackFacts.Configuration(record);
        HealthAnswers = PackFacts.HealthAnswers(record);
        Schema = PackFacts.Schema(record);
        Checksums = PackFacts.ChecksumsOf(record);
        AllSections = PackSection.Of(record, attached);
        Sections = [.. AllSections.Where(section => section.Receipt is not null || PackSection.OfAnImage(record))];
        Attached = [.. attached.Where(run => Sections.Any(section => section.Attached == run.Run.Id))];
        RunVerdict = GateOf(record).Judge(record);
        Verdict = GateOf(record).Requiring(PackSection.RequiredOf(record)).Judge(record, [.. Sections.Where(section => section.Attached is not null).Select(section => section.Receipt!)]);
    }

    public RunRecord Record { get; }

    /// <summary>The other runs that sections of it come from, oldest first.</summary>
    public IReadOnlyList<RunRecord> Attached { get; }

    public Verdict Verdict { get; }

    /// <summary>Of the run alone, without what others have seen of its image or should have.</summary>
    public Verdict RunVerdict { get; }

    /// <summary>The runs that the durations are held against, oldest first.</summary>
    public IReadOnlyList<RunId> EarlierRuns { get; }

    /// <summary>How long each of them took.</summary>
    public IReadOnlyList<TimeSpan> EarlierDurations { get; }

    public IReadOnlyList<NamedFact> Summary { get; }

    public IReadOnlyList<NamedFact> Environment { get; }

    public IReadOnlyList<PackStep> Steps { get; }

    public PackImage Image { get; }

    public Fact<IReadOnlyList<PackSetting>> Configuration { get; }

    public IReadOnlyList<NamedFact> HealthAnswers { get; }

    public IReadOnlyList<NamedFact> Schema { get; }

    public Fact<IReadOnlyList<Checksum>> Checksums { get; }

    /// <summary>What has receipts of its own: waivers, bill of materials, scans. All of them in the pack of a rehearsal; elsewhere those that a receipt tells of.</summary>
    public IReadOnlyList<PackSection> Sections { get; }

    /// <summary>Also those that a run of this kind need not have, to hold two runs side by side.</summary>
    internal IReadOnlyList<PackSection> AllSections { get; }

    public string Procedure => Record.Start?.Name ?? "Run";

    public DateTimeOffset Started => Record.Receipts.Count > 0 ? Record.Receipts[0].Started : default;

    public DateTimeOffset Ended => Record.Receipts.Count > 0 ? Record.Receipts[^1].Ended : default;

    /// <summary>Of the last receipt: names the whole chain before it. Null where there is none.</summary>
    public string? ChainHash => Record.Receipts.Count > 0 ? Record.Receipts[^1].Hash : null;

    /// <summary>The first line of it in every form: the verdict, and what of the pack is not there.</summary>
    public string FirstLine => ResultLine + (NotRun.Count > 0 ? $"; {Outcome.NotRun.Word()}: {string.Join(", ", NotRun)}" : "");

    /// <summary>The verdict, and on what.</summary>
    public string ResultLine => $"Acceptance pack: {Verdict.Word}. {Procedure} {Record.Run.Id}";

    /// <summary>The parts that no receipt tells of.</summary>
    public IReadOnlyList<string> NotRun => [.. Sections.Where(section => section.Receipt is null).Select(section => section.Title.ToLowerInvariant())];

    /// <param name="record">The run.</param>
    /// <param name="earlier">Runs of the same kind before it, oldest first; the last ten are looked at.</param>
    /// <param name="attached">Runs that may speak of the same image; those that do not are left out.</param>
    public static Pack Of(RunRecord record, IReadOnlyList<RunRecord> earlier, IReadOnlyList<RunRecord>? attached = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(earlier);
        return new Pack(record, [.. earlier.TakeLast(HistoryLength)], attached ?? []);
    }

    /// <summary>The pack of a run as the records in a folder give it.</summary>
    /// <param name="record">The run.</param>
    /// <param name="history">What else was recorded there.</param>
    public static Pack In(RunRecord record, RunHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Of(record, history.Earlier(record, HistoryLength), PackSection.AttachedTo(record, history));
    }

    /// <summary>What the run announced; of a rehearsal in containers also the facts that a pack cannot do without.</summary>
    private static Gate GateOf(RunRecord record) => PackSection.OfAnImage(record)
        ? Gate.Of(record).Requiring(PackFacts.OfARehearsal)
        : Gate.Of(record);

    private static IEnumerable<TimeSpan> Durations(Receipt receipt, IEnumerable<RunRecord> earlier) => earlier
        .Select(run => run.Receipts.LastOrDefault(line => line.Kind == receipt.Kind && line.Name == receipt.Name))
        .Where(line => line?.Outcome is not (null or Outcome.NotRun))
        .Select(line => line!.Duration);

    private static TimeSpan Took(RunRecord run) => run.Receipts[^1].Ended - run.Receipts[0].Started;
}
