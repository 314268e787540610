using System.Globalization;
using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>The parts of a pack as tables, in the order in which they are read.</summary>
internal static class PackTables
{
    public static IReadOnlyList<PackTable> Of(Pack pack) =>
    [
        Facts("Summary", pack.Summary),
        Facts("Environment", pack.Environment),
        Steps(pack),
        Image(pack),
        Layers(pack),
        Configuration(pack),
        Facts("Health answers", pack.HealthAnswers, "As they were received, cut off after 300 characters."),
        Facts("Schema", pack.Schema),
        .. pack.Sections.Select(Section),
        Logs(pack),
        Checksums(pack),
    ];

    private static PackTable Facts(string title, IReadOnlyList<NamedFact> facts, string note = "") =>
        new(title, [], [.. facts.Select(fact => (IReadOnlyList<PackCell>)[fact.Name, PackCell.Of(fact.Fact)])], note);

    private static PackTable Steps(Pack pack) => new(
        "Steps",
        ["", "Step", "Outcome", "Time", "Median", "Runs"],
        [.. pack.Steps.Select(step => (IReadOnlyList<PackCell>)
        [
            PackCell.Number(step.Receipt.Index?.ToString(CultureInfo.InvariantCulture) ?? ""),
            new PackCell(Named(step.Receipt), Link: step.Receipt.Log?.File),
            PackCell.Of(step.Receipt.Outcome),
            PackCell.Number(step.Receipt.Outcome == Outcome.NotRun ? "" : RunReport.Seconds(step.Receipt.Duration)),
            PackCell.Number(step.Median is { } median ? RunReport.Seconds(median) : ""),
            new PackCell(step.Earlier.Count.ToString(CultureInfo.InvariantCulture), CellKind.Trend)
            {
                Trend = step.Receipt.Outcome == Outcome.NotRun ? [] : [.. step.Earlier, step.Receipt.Duration],
            },
        ])],
        pack.EarlierRuns.Count == 0
            ? "There is no finished run of this kind before it, so its durations are held against none."
            : $"Durations beside those of the {pack.EarlierRuns.Count} finished runs of this kind before it.");

    private static string Named(Receipt receipt) => receipt.Reason is { } reason ? $"{receipt.Name}: {reason}" : receipt.Name;

    private static PackTable Image(Pack pack) => new(
        "Image",
        [],
        [
            .. pack.Image.Facts.Select(fact => (IReadOnlyList<PackCell>)[fact.Name, PackCell.Of(fact.Fact)]),
            ["Size", pack.Image.Size.Match(size => (PackCell)Megabytes(size.Bytes), Absent)],
        ]);

    private static PackTable Layers(Pack pack) => pack.Image.Layers.Match(
        layers => new PackTable(
            "Layers",
            ["", "Size", "Made by"],
            [.. layers.Select((layer, number) => (IReadOnlyList<PackCell>)[PackCell.Number($"{number + 1}"), PackCell.Number(Megabytes(layer.Bytes)), PackCell.Code(layer.CreatedBy.Length > 0 ? layer.CreatedBy : "an imported base")])],
            "From the engine's history, the lowest first. Layers that hold nothing are left out."),
        (outcome, reason) => Missing("Layers", outcome, reason));

    private static PackTable Configuration(Pack pack) => pack.Configuration.Match(
        settings => new PackTable(
            "Configuration",
            ["Setting", "Source", "Rule"],
            [.. settings.Select(setting => (IReadOnlyList<PackCell>)[PackCell.Code(setting.Name), setting.Source + (setting.Secret ? ", secret" : ""), setting.Rule])],
            "As the image describes it. Values are not recorded."),
        (outcome, reason) => Missing("Configuration", outcome, reason));

    private static PackTable Section(PackSection section) => new(
        section.Title,
        [],
        [
            ["Outcome", PackCell.Of(section.Outcome)],
            .. section.Receipt is { } told && section.Attached is { } run ? [["Told by", $"run {run}, {told.Ended:yyyy-MM-dd HH:mm:ss} UTC"]] : Array.Empty<IReadOnlyList<PackCell>>(),
            .. section.Reason.Length > 0 ? [["Reason", section.Reason]] : Array.Empty<IReadOnlyList<PackCell>>(),
            .. section.Next.Length > 0 ? [["Next", PackCell.Code(section.Next)]] : Array.Empty<IReadOnlyList<PackCell>>(),
            .. section.Receipt is { } receipt ? Documents(receipt, section.Attached).Concat(receipt.Observations.Where(IsPlain).Select(fact => (IReadOnlyList<PackCell>)[fact.Key, fact.Value])) : [],
        ]);

    /// <summary>A link to each document that the receipt names and the pack therefore carries.</summary>
    private static IEnumerable<IReadOnlyList<PackCell>> Documents(Receipt receipt, RunId? attached)
    {
        foreach (var (name, hash) in BillDocuments.Stated(receipt))
        {
            var path = FolderOf(attached) + name;
            var count = receipt.Observations.GetValueOrDefault(FactNames.ListedPrefix + name);
            yield return [name, new PackCell(count is null ? path : $"{path}: {count} components", Link: path)];
            yield return [$"SHA-256 of {name}", PackCell.Code(hash)];
        }
    }

    private static bool IsPlain(KeyValuePair<string, string> fact) =>
        !FactNames.IsStructured(fact.Key) && !fact.Key.StartsWith(FactNames.DocumentPrefix, StringComparison.Ordinal) && !fact.Key.StartsWith(FactNames.ListedPrefix, StringComparison.Ordinal);

    private static string FolderOf(RunId? attached) => attached is null ? "" : $"{AttachedRuns.Folder}/{attached}/";

    private static PackTable Logs(Pack pack) => new(
        "Logs",
        ["Log", "SHA-256"],
        [.. LogsOf(pack.Record, ""), .. pack.Attached.SelectMany(run => LogsOf(run, FolderOf(run.Run.Id)))]);

    private static IEnumerable<IReadOnlyList<PackCell>> LogsOf(RunRecord record, string folder) =>
        record.Receipts.Select(receipt => receipt.Log).OfType<ReceiptLog>().Select(log => (IReadOnlyList<PackCell>)[new PackCell(folder + log.File, Link: folder + log.File), PackCell.Code(log.Sha256)]);

    private static PackTable Checksums(Pack pack) => pack.Checksums.Match(
        files => new PackTable("Checksums", ["File", "SHA-256"], [.. files.Select(file => (IReadOnlyList<PackCell>)[file.Path, PackCell.Code(file.Sha256)])], "The delivered files as the run began."),
        (outcome, reason) => Missing("Checksums", outcome, reason));

    private static PackTable Missing(string title, Outcome outcome, string reason) => new(title, [], [["Outcome", PackCell.Of(outcome)], ["Reason", reason]]);

    private static PackCell Absent(Outcome outcome, string reason) => new($"{outcome.Word()}: {reason}", Outcome: outcome);

    internal static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString(bytes < 100_000 ? "0.000" : "0.0", CultureInfo.InvariantCulture) + " MB";
}
