using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>Makes the pack of a recorded run: <c>./build.sh Evidence --run &lt;id&gt;</c>.</summary>
public static class AcceptancePack
{
    /// <param name="runsFolder">Where runs are recorded.</param>
    /// <param name="runId">Which; the newest rehearsal where null.</param>
    /// <param name="evidenceFolder">Where packs are kept.</param>
    /// <param name="key">Signs it; null where there is no key.</param>
    /// <param name="console">Hears what it says.</param>
    /// <returns>The exit code of its verdict.</returns>
    /// <exception cref="DeploymentException">There is no such run.</exception>
    public static int Make(string runsFolder, string? runId, string evidenceFolder, IEnvelopeSigner? key, IRunConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var history = new RunHistory(runsFolder);
        var record = runId is null ? Newest(history, runsFolder) : RunVerifier.Read(Run.Find(runsFolder, runId));
        var pack = Pack.In(record, history);
        var folder = new PackFolder(evidenceFolder).Write(pack);
        if (key is not null && !File.Exists(Path.Combine(folder, PackSeal.FileName)))
            PackSeal.Write(folder, pack, key);
        foreach (var reason in pack.Verdict.Reasons)
            console.Line(RunLevel.Warning, "  " + reason);
        console.Line(
            pack.Verdict.Judgement switch
            {
                Judgement.Passed => RunLevel.Good,
                Judgement.Incomplete => RunLevel.Warning,
                _ => RunLevel.Error,
            },
            pack.ResultLine);
        if (pack.NotRun.Count > 0)
            console.Line(RunLevel.Warning, $"  {Outcome.NotRun.Word()}: {string.Join(", ", pack.NotRun)}. Next: {Missing(pack)}, and Evidence again");
        foreach (var section in pack.Sections.Where(section => section.Attached is not null))
            console.Line(RunLevel.Normal, $"  {section.Title}: {section.Outcome.Word()}, from run {section.Attached}");
        console.Line(RunLevel.Normal, $"  Read: {Path.Combine(folder, "pack.html")}, pack.md, pack.json");
        if (!File.Exists(Path.Combine(folder, PackSeal.FileName)))
            console.Line(RunLevel.Warning, "  It is not signed: there is no key. Next: ./build.sh CreateSigningKey --by <name>, and Evidence again");
        console.Line(RunLevel.Normal, $"  Verify: ./build.sh VerifyEvidence --run {record.Run.Id}, or (cd {folder} && sha256sum -c {PackFolder.SumsName})");
        return pack.Verdict.ExitCode;
    }

    private static string Missing(Pack pack)
    {
        var bill = pack.Sections.Single(section => section.Title == PackSection.BillOfMaterials);
        var scans = pack.Sections.Any(section => section.Receipt is null && section != bill);
        return "./build.sh " + string.Join(", ", new[] { bill.Receipt is null ? "SoftwareBillOfMaterials" : "", scans ? "Scan" : "" }.Where(target => target.Length > 0));
    }

    private static RunRecord Newest(RunHistory history, string runsFolder) =>
        history.Runs.Reverse().Select(RunVerifier.Read).FirstOrDefault(record => record.Start?.Name == "Rehearsal")
        ?? throw new DeploymentException($"No rehearsal was recorded in {runsFolder}: there is nothing to make a pack of.", "./build.sh Rehearsal");
}
