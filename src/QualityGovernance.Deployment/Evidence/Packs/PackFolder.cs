using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>Writes a pack with all that it stands on: the receipts, the logs, and the checksums of everything in the folder.</summary>
/// <param name="folder">Where packs are kept, one folder each.</param>
public sealed class PackFolder(string folder)
{
    public const string SumsName = "SHA256SUMS";

    private const string Unfinished = ".partial";

    /// <summary>
    /// Replaces an earlier pack of the same run, unless it is the same to the letter: then it stays, with its signature and its approvals. The folder gets its
    /// name last, so that what has the name is whole.
    /// </summary>
    /// <returns>The folder.</returns>
    public string Write(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var final = Path.Combine(Path.GetFullPath(folder), pack.Record.Run.Id.Value);
        var partial = final + Unfinished;
        Remove(partial);
        Directory.CreateDirectory(partial);
        CopyRun(pack.Record, partial);
        foreach (var attached in pack.Attached)
            CopyRun(attached, Directory.CreateDirectory(Path.Combine(partial, AttachedRuns.Folder, attached.Run.Id.Value)).FullName);

        File.WriteAllText(Path.Combine(partial, "pack.md"), PackMarkdown.Render(pack));
        File.WriteAllText(Path.Combine(partial, "pack.html"), PackHtml.Render(pack));
        File.WriteAllText(Path.Combine(partial, "pack.json"), PackJson.Render(pack));
        var files = Directory.EnumerateFiles(partial, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(partial, file).Replace('\\', '/')).ToList();
        File.WriteAllText(Path.Combine(partial, SumsName), ChecksumList.Of(partial, files).ToString());
        if (IsSame(partial, final))
        {
            Remove(partial);
            return final;
        }

        Remove(final);
        Directory.Move(partial, final);
        return final;
    }

    /// <summary>The pack of a run, or the newest.</summary>
    /// <exception cref="DeploymentException">There is none.</exception>
    public string Find(string? runId)
    {
        var name = runId is null ? Newest() : RunId.Parse(runId).Value;
        var path = name is null ? null : Path.Combine(Path.GetFullPath(folder), name);
        return path is not null && Directory.Exists(path)
            ? path
            : throw new DeploymentException($"There is no acceptance pack {(runId is null ? "" : $"of {runId} ")}in {folder}.", runId is null ? "./build.sh Evidence" : $"./build.sh Evidence --run {runId}");
    }

    private string? Newest() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => RunId.TryParse(name, out _)).Max(StringComparer.Ordinal)
        : null;

    /// <summary>The checksums of the one hold for the other, and it has nothing else.</summary>
    private static bool IsSame(string made, string there) =>
        File.Exists(Path.Combine(there, SumsName)) && PackFiles.HashesIn(made).ToHashSet().SetEquals(PackFiles.HashesIn(there));

    private static void CopyRun(RunRecord record, string into)
    {
        File.Copy(record.Run.LedgerPath, Path.Combine(into, Run.LedgerName));
        CopyLogs(record, into);
        BillDocuments.Copy(record, into);
    }

    /// <summary>Those that receipts name, and that are where a log belongs. What is missing or changed, the verdict says.</summary>
    private static void CopyLogs(RunRecord record, string into)
    {
        foreach (var log in record.Receipts.Select(receipt => receipt.Log).OfType<ReceiptLog>().Select(log => Path.GetFullPath(Path.Combine(record.Run.Folder, log.File))).Distinct())
        {
            if (!log.StartsWith(record.Run.LogFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(log))
                continue;
            var copy = Path.Combine(into, Path.GetRelativePath(record.Run.Folder, log));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(log, copy);
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
