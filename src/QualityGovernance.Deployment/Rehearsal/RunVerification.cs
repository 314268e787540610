using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>Verifies a recorded run: <c>./build.sh VerifyRun --run &lt;id&gt;</c>.</summary>
public static class RunVerification
{
    /// <summary>Tells what the record says and whether it is intact; returns the exit code of its verdict, or 1 for a record that was edited.</summary>
    /// <exception cref="DeploymentException">There is no such run.</exception>
    public static int Verify(string runsFolder, string? runId, IRunConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var record = RunVerifier.Read(Run.Find(runsFolder, runId));
        foreach (var receipt in record.Receipts)
            console.Line(RunLevel.Detail, $"  {receipt.Sequence,3} {receipt.Name} {receipt.Outcome?.Word()}");
        foreach (var problem in record.Problems)
            console.Line(RunLevel.Error, "  " + problem);
        if (!record.IsFinished)
            console.Line(RunLevel.Warning, $"  The run is unfinished: it has no seal. It was killed, is still going on, or has lost its last receipts.");

        var verdict = Gate.Of(record).Judge(record);
        console.Line(
            record.Problems.Count == 0 ? RunLevel.Normal : RunLevel.Error,
            record.Problems.Count == 0
                ? $"The {record.Receipts.Count} receipts of run {record.Run.Id} are as they were written. Their verdict: {verdict}"
                : $"The record of run {record.Run.Id} is not the one that was written. Verdict: {verdict}");
        return verdict.ExitCode;
    }
}
