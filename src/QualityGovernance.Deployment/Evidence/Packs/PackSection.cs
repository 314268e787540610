using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>
/// A part of a pack that has a receipt of its own: it stands there once a run holds a step or an item of its name, and says that it was not run until then. What
/// is to be part of every pack gets a line in <see cref="All"/>, and a step that leaves the receipt. The signature of a pack and its approvals cannot be part of
/// what they speak of: they stand beside it in its folder.
/// </summary>
public sealed class PackSection
{
    internal const string BillOfMaterials = "Software bill of materials";

    /// <summary>What a pack has beside what a rehearsal shows, and the receipt that tells of it.</summary>
    private static readonly (string Title, string Receipt)[] All =
    [
        ("Open waivers", "Waivers"),
        (BillOfMaterials, "SoftwareBillOfMaterials"),
        ("Vulnerability scan", "VulnerabilityScan"),
    ];

    private PackSection(string title, Receipt? receipt, string name)
    {
        Title = title;
        Outcome = receipt?.Outcome ?? Outcome.NotRun;
        Reason = receipt is null ? $"This run has no receipt of {name}." : receipt.Reason ?? "";
        Receipt = receipt;
    }

    public string Title { get; }

    public Outcome Outcome { get; }

    public string Reason { get; }

    /// <summary>Null where it was not run.</summary>
    public Receipt? Receipt { get; }

    internal static IReadOnlyList<PackSection> Of(RunRecord record) =>
        [.. All.Select(section => new PackSection(section.Title, record.Receipts.LastOrDefault(receipt => receipt.Name == section.Receipt), section.Receipt))];
}
