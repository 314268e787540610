using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>
/// A part of a pack that has a receipt of its own, of the run itself or of another run that speaks of the same image and the same sources; it says that it was not
/// run until there is one. What is to be part of every pack gets a line in <see cref="All"/>, and a step that leaves the receipt. The signature of a pack and its
/// approvals cannot be part of what they speak of: they stand beside it in its folder.
/// </summary>
public sealed class PackSection
{
    internal const string BillOfMaterials = "Software bill of materials";

    /// <summary>What a pack has beside what a rehearsal shows, and the receipt that tells of it.</summary>
    private static readonly (string Title, string Receipt)[] All =
    [
        ("Open waivers", "Waivers"),
        (BillOfMaterials, BillDocuments.Receipt),
        ("Dependency audit", "ScanDependencies"),
        ("Secret scan", "ScanSecrets"),
        ("Container rules", "ScanContainers"),
        ("Vulnerability scan", "ScanImage"),
    ];

    private PackSection(string title, Receipt? receipt, string name, RunId? attached)
    {
        Title = title;
        Outcome = receipt?.Outcome ?? Outcome.NotRun;
        Reason = receipt is null ? $"Neither this run nor another of the same image and commit has a receipt of {name}." : receipt.Reason ?? "";
        Receipt = receipt;
        Attached = attached;
    }

    public string Title { get; }

    public Outcome Outcome { get; }

    public string Reason { get; }

    /// <summary>Null where it was not run.</summary>
    public Receipt? Receipt { get; }

    /// <summary>The run whose receipt it is, where that is another one.</summary>
    public RunId? Attached { get; }

    /// <summary>The other runs that may tell what a run itself does not.</summary>
    internal static IReadOnlyList<RunRecord> AttachedTo(RunRecord record, RunHistory history) => AttachedRuns.Find(history, record, All.Select(section => section.Receipt));

    internal static IReadOnlyList<PackSection> Of(RunRecord record, IReadOnlyList<RunRecord> attached) => [.. All.Select(section => Of(record, attached, section.Title, section.Receipt))];

    private static PackSection Of(RunRecord record, IReadOnlyList<RunRecord> attached, string title, string name)
    {
        if (record.Receipts.LastOrDefault(receipt => receipt.Name == name) is { } own)
            return new PackSection(title, own, name, attached: null);
        var other = attached.Where(run => AttachedRuns.IsAbout(run, record) && AttachedRuns.Tells(run, name) is not null).MaxBy(run => run.Run.Id.Value, StringComparer.Ordinal);
        return new PackSection(title, other is null ? null : AttachedRuns.Tells(other, name), name, other?.Run.Id);
    }
}
