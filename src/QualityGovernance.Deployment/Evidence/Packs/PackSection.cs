using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>
/// A part of a pack that has a receipt of its own, of the run itself or of another run that speaks of the same image and the same sources; it says that it was not
/// run until there is one, and what runs it. What is to be part of every pack gets a line in <see cref="All"/>, and a step that leaves the receipt. The signature of a
/// pack and its approvals cannot be part of what they speak of: they stand beside it in its folder.
/// </summary>
public sealed class PackSection
{
    internal const string BillOfMaterials = "Software bill of materials";

    /// <summary>Answers for every scan, and alone for the waivers.</summary>
    internal const string WholeScan = "Scan";

    /// <summary>As many digits of the id of an image as engines print.</summary>
    private const int ShortId = 12;

    /// <summary>What a pack has beside what a rehearsal shows, the receipt that tells of it, and what leaves that receipt.</summary>
    private static readonly (string Title, string Receipt, string Target)[] All =
    [
        ("Open waivers", "Waivers", WholeScan),
        (BillOfMaterials, BillDocuments.Receipt, BillDocuments.Receipt),
        ("Dependency audit", "ScanDependencies", "Scan --only dependencies"),
        ("Secret scan", "ScanSecrets", "Scan --only secrets"),
        ("Container rules", "ScanContainers", "Scan --only container"),
        ("Vulnerability scan", "ScanImage", "Scan --only cve"),
    ];

    private PackSection(string title, Receipt? receipt, string name, string next, RunId? attached)
    {
        (Title, ReceiptName) = (title, name);
        Outcome = receipt?.Outcome ?? Outcome.NotRun;
        Reason = receipt is null ? $"Neither this run nor another of the same image and commit has a receipt of {name}." : receipt.Reason ?? "";
        Next = receipt is null ? next : "";
        Receipt = receipt;
        Attached = attached;
    }

    public string Title { get; }

    /// <summary>Of the receipt that tells of it.</summary>
    public string ReceiptName { get; }

    public Outcome Outcome { get; }

    public string Reason { get; }

    /// <summary>What runs it; empty where it was run.</summary>
    public string Next { get; }

    /// <summary>Null where it was not run.</summary>
    public Receipt? Receipt { get; }

    /// <summary>The run whose receipt it is, where that is another one.</summary>
    public RunId? Attached { get; }

    /// <summary>The other runs that may tell what a run itself does not.</summary>
    internal static IReadOnlyList<RunRecord> AttachedTo(RunRecord record, RunHistory history) => AttachedRuns.Find(history, record, All.Select(section => section.Receipt));

    internal static IReadOnlyList<PackSection> Of(RunRecord record, IReadOnlyList<RunRecord> attached) =>
        [.. All.Select(section => Of(record, attached, section.Title, section.Receipt, Command(record, section.Target)))];

    /// <summary>
    /// What a pack of this run cannot do without: all of it where an image was rehearsed in containers, since that is what releases are made of. Other procedures
    /// build nothing that they could be asked about.
    /// </summary>
    internal static IReadOnlyList<RequiredReceipt> RequiredOf(RunRecord record) => OfAnImage(record)
        ? [.. All.Select(section => new RequiredReceipt(section.Title, section.Receipt, Command(record, section.Target)))]
        : [];

    /// <summary>Whether the run is a rehearsal in containers.</summary>
    internal static bool OfAnImage(RunRecord record) => record.Start is { Name: "Rehearsal" } start && start.Inputs.GetValueOrDefault("stack") != "embedded";

    /// <summary>For the very image of the run, which need not be the one that was rehearsed last.</summary>
    internal static string Command(RunRecord record, string target)
    {
        if (AttachedRuns.ImageOf(record) is not { } image)
            return "./build.sh Rehearsal";
        var digits = image[(image.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return $"./build.sh {target} --image {digits[..Math.Min(ShortId, digits.Length)]}";
    }

    private static PackSection Of(RunRecord record, IReadOnlyList<RunRecord> attached, string title, string name, string next)
    {
        if (record.Receipts.LastOrDefault(receipt => receipt.Name == name) is { } own)
            return new PackSection(title, own, name, next, attached: null);
        var other = attached.Where(run => AttachedRuns.IsAbout(run, record) && AttachedRuns.Tells(run, name) is not null).MaxBy(run => run.Run.Id.Value, StringComparer.Ordinal);
        return new PackSection(title, other is null ? null : AttachedRuns.Tells(other, name), name, next, other?.Run.Id);
    }
}
