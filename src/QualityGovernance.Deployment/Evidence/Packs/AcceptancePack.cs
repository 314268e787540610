using QualityGovernance.Deployment.Evidence.Attached;
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
    /// <param name="allowIncomplete">Whether a pack of which parts were not run or are unknown ends the command with 0. It changes neither the pack nor what is said of it, and helps nothing that has failed.</param>
    /// <returns>The exit code of its verdict.</returns>
    /// <exception cref="DeploymentException">There is no such run.</exception>
    public static int Make(string runsFolder, string? runId, string evidenceFolder, IEnvelopeSigner? key, IRunConsole console, bool allowIncomplete = false)
    {
        ArgumentNullException.ThrowIfNull(console);
        var history = new RunHistory(runsFolder);
        var record = runId is null ? Newest(history, runsFolder) : RunVerifier.Read(Run.Find(runsFolder, runId));
        var pack = Pack.In(record, history);
        var folder = new PackFolder(evidenceFolder).Write(pack);
        if (key is not null && !File.Exists(Path.Combine(folder, PackSeal.FileName)))
            PackSeal.Write(folder, pack, key);
        // What is missing has a line for all of it below; the pack has a reason for each.
        foreach (var reason in pack.Verdict.Reasons.Except(PackSection.RequiredOf(record).Select(part => part.Missing)))
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
            console.Line(RunLevel.Warning, $"  {Outcome.NotRun.Word()}: {string.Join(", ", pack.NotRun)}");
        foreach (var sentence in AttachedRuns.WhyNot(history, record, pack.Sections.Where(section => section.Receipt is null).Select(section => section.ReceiptName)))
            console.Line(RunLevel.Warning, "  " + sentence);
        foreach (var command in Missing(pack))
            console.Line(RunLevel.Warning, $"  Next: {command}");
        var allowed = allowIncomplete && pack.Verdict.Judgement == Judgement.Incomplete;
        if (allowed)
            console.Line(RunLevel.Warning, $"  The exit code is 0, because --allow-incomplete asks for it. The pack is {pack.Verdict.Word} all the same.");
        foreach (var section in pack.Sections.Where(section => section.Attached is not null))
            console.Line(RunLevel.Normal, $"  {section.Title}: {section.Outcome.Word()}, from run {section.Attached}");
        console.Line(RunLevel.Normal, $"  Read: {Path.Combine(folder, "pack.html")}, pack.md, pack.json");
        if (!File.Exists(Path.Combine(folder, PackSeal.FileName)))
            console.Line(RunLevel.Warning, "  It is not signed: there is no key. Next: ./build.sh CreateSigningKey --by <name>, and Evidence again");
        console.Line(RunLevel.Normal, $"  Verify: ./build.sh VerifyEvidence --run {record.Run.Id}, or (cd {folder} && sha256sum -c {PackFolder.SumsName})");
        return allowed ? 0 : pack.Verdict.ExitCode;
    }

    /// <summary>What leaves the receipts that are missing, and takes them up; one scan for several scans.</summary>
    private static IReadOnlyList<string> Missing(Pack pack)
    {
        var commands = pack.Sections.Select(section => section.Next).Where(next => next.Length > 0).Distinct().ToList();
        var scans = commands.Where(command => command.StartsWith($"./build.sh {PackSection.WholeScan} ", StringComparison.Ordinal)).ToList();
        if (scans.Count > 1)
            commands = [.. commands.Except(scans), PackSection.Command(pack.Record, PackSection.WholeScan)];
        return commands.Count == 0 ? [] : [.. commands, $"./build.sh Evidence --run {pack.Record.Run.Id}"];
    }

    private static RunRecord Newest(RunHistory history, string runsFolder) =>
        history.Runs.Reverse().Select(RunVerifier.Read).FirstOrDefault(record => record.Start?.Name == "Rehearsal")
        ?? throw new DeploymentException($"No rehearsal was recorded in {runsFolder}: there is nothing to make a pack of.", "./build.sh Rehearsal");
}
