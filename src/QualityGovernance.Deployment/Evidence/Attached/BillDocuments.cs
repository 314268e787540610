using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Attached;

/// <summary>The documents of a bill of materials: in the folder of the run that made them, in its pack, and beside the release.</summary>
public static class BillDocuments
{
    public const string Receipt = "SoftwareBillOfMaterials";

    public const string Application = "app.cdx.json";

    public const string Image = "image.cdx.json";

    /// <summary>All that there are.</summary>
    public static readonly IReadOnlyList<string> Names = [Application, Image];

    private const string Again = "./build.sh SoftwareBillOfMaterials";

    /// <summary>Copies what the newest bill of materials of an image holds.</summary>
    /// <param name="runsFolder">Where runs are recorded.</param>
    /// <param name="rehearsal">Whose image it is.</param>
    /// <param name="folder">Gets the documents.</param>
    /// <returns>The names of the documents; none where no bill was made of that image.</returns>
    /// <exception cref="DeploymentException">A document is not the one that the receipt names.</exception>
    public static IReadOnlyList<string> CopyOf(string runsFolder, RunRecord rehearsal, string folder) =>
        [.. AttachedRuns.Find(new RunHistory(runsFolder), rehearsal, [Receipt]).SelectMany(made => Copy(made, folder))];

    /// <summary>Copies the documents that the receipts of a run name.</summary>
    /// <exception cref="DeploymentException">A document is not the one that the receipt names.</exception>
    internal static IReadOnlyList<string> Copy(RunRecord record, string folder)
    {
        var stated = Stated(record);
        foreach (var (name, hash) in stated)
        {
            var path = Path.Combine(record.Run.Folder, name);
            if (!File.Exists(path) || RunVerifier.Sha256Of(path) != hash)
                throw new DeploymentException($"{path} is missing or is not what was made: its receipt states another SHA-256.", Again);
            File.Copy(path, Path.Combine(folder, name), overwrite: true);
        }

        return [.. stated.Keys];
    }

    /// <summary>What of the documents in a folder is not what a receipt states.</summary>
    internal static IEnumerable<string> Problems(RunRecord record, string folder) => Stated(record)
        .Where(one => !File.Exists(Path.Combine(folder, one.Key)) || RunVerifier.Sha256Of(Path.Combine(folder, one.Key)) != one.Value)
        .Select(one => $"{one.Key} is missing or was changed: its receipt in {record.Run.Id} states another SHA-256.");

    /// <summary>SHA-256 of the documents that a receipt names, by their names.</summary>
    internal static IReadOnlyDictionary<string, string> Stated(Receipt receipt) => Names
        .Where(name => receipt.Observations.ContainsKey(FactNames.DocumentPrefix + name))
        .ToDictionary(name => name, name => receipt.Observations[FactNames.DocumentPrefix + name]);

    private static IReadOnlyDictionary<string, string> Stated(RunRecord record) =>
        AttachedRuns.Tells(record, Receipt) is { } made ? Stated(made) : new Dictionary<string, string>();
}
