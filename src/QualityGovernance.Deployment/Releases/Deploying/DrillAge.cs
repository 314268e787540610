using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>When the way back was last practised with success. The history names the runs; what counts is what their receipts say.</summary>
/// <param name="history">One JSON object per line, with <c>run</c> and <c>verdict</c>.</param>
/// <param name="runsFolder">Where runs are recorded.</param>
internal sealed class DrillAge(string history, string runsFolder)
{
    private const string Drill = "ResetDrill";
    private const string Practise = "./build.sh ResetDrill --confirm";

    /// <exception cref="DeploymentException">It was too long ago, or never.</exception>
    public DateTimeOffset Require(TimeSpan maximum, DateTimeOffset now)
    {
        var drills = Runs().Select(run => (Run: run, Proof: Prove(run))).ToList();
        var good = drills.Where(drill => drill.Proof.Ended <= now).ToList();
        if (good.Count == 0)
            throw new DeploymentException($"No reset drill that went well is on record in {history}, and one must not be older than {maximum.TotalDays:0} days. {Doubts()}Nothing was changed.", Practise);
        var last = good.Max(drill => drill.Proof.Ended!.Value);
        return now - last <= maximum
            ? last
            : throw new DeploymentException($"The last reset drill that went well was {(now - last).TotalDays:0.0} days ago, and it must not be older than {maximum.TotalDays:0} days. {Doubts()}Nothing was changed.", Practise);

        string Doubts() => string.Concat(drills.Where(drill => drill.Proof.Doubt is not null).Select(drill => $"{drill.Run} does not count: {drill.Proof.Doubt} "));
    }

    /// <summary>The runs that the history calls good.</summary>
    private IEnumerable<string> Runs()
    {
        foreach (var line in File.Exists(history) ? File.ReadLines(history).Where(line => line.Length > 0) : [])
        {
            var (run, verdict) = Read(line);
            if (Verdict.Read(verdict) == Judgement.Passed)
                yield return run;
        }
    }

    /// <returns>When it ended; or why it is no proof.</returns>
    private (DateTimeOffset? Ended, string? Doubt) Prove(string name)
    {
        if (!RunId.TryParse(name, out var id) || Run.At(runsFolder, id) is not { } run || !File.Exists(run.LedgerPath))
            return (null, $"its receipts are not in {runsFolder}.");
        var record = RunVerifier.Read(run);
        if (record.Problems is [var problem, ..])
            return (null, problem);
        if (record.Start?.Name != Drill)
            return (null, $"it is a run of {record.Start?.Name ?? "nothing"}.");
        var verdict = Gate.Of(record).Judge(record);
        return verdict.Judgement == Judgement.Passed ? (record.Seal!.Ended, null) : (null, $"its receipts say otherwise: {verdict.Word}.");
    }

    private (string Run, string? Verdict) Read(string line)
    {
        try
        {
            if (JsonNode.Parse(line) is JsonObject drill && (string?)drill["run"] is { } run)
                return (run, (string?)drill["verdict"]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DeploymentException($"The history of drills {history} holds a line that is not one: {e.Message}", inner: e);
        }

        throw new DeploymentException($"The history of drills {history} holds a line without a \"run\".");
    }
}
