using QualityGovernance.Deployment.Drills;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Deploying;

/// <summary>Puts a drill with its receipts on record, as the real one does.</summary>
internal static class RecordedDrill
{
    /// <returns>The run that holds its receipts.</returns>
    public static Run Add(DeploymentParts parts, int days, Outcome outcome = Outcome.Passed, string name = "ResetDrill")
    {
        var at = parts.Time.GetUtcNow().AddDays(days);
        var run = Run.Create(parts.RunsFolder, parts.Time);
        using var ledger = new Ledger(run, text => text);
        ledger.Append(new Receipt { Kind = ReceiptKind.RunStarted, Name = name, Started = at, Ended = at, Observations = new() { ["steps"] = "VerifyRecovery" } });
        ledger.Append(new Receipt { Kind = ReceiptKind.Step, Name = "VerifyRecovery", Index = 1, Of = 1, Outcome = outcome, Reason = outcome == Outcome.Passed ? null : "It took too long.", Started = at, Ended = at });
        ledger.Seal(at, at);
        new DrillHistory(parts.DrillHistory).Add(new DrillRecord(at, run.Id.Value, Gate.Of(RunVerifier.Read(run)).Judge(RunVerifier.Read(run)).Word, RecoveryTimeSeconds: null, RecoveryPointSeconds: null));
        return run;
    }
}
