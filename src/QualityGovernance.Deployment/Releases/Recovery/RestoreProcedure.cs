using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Recovery.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>
/// Brings a database back from a backup: beside the one that is served, compared, exchanged by name. Until the exchange the old one is untouched, and
/// afterwards it is kept; whatever fails in between is undone.
/// </summary>
internal static class RestoreProcedure
{
    public static async Task<ProcedureResult> RunAsync(
        ProcedureSession session, IServedDatabase served, BackupFile backup, string confirmedTarget, BackupCipher cipher, TimeProvider time, bool dryRun, CancellationToken cancellation)
    {
        var findings = new RestoreFindings();
        var restoring = new DatabaseRestoring(served.Tools, cipher, time);
        var check = new CheckBackupStep(served, backup, confirmedTarget, cipher, findings);
        IReadOnlyList<IStep> steps = dryRun
            ? [check]
            :
            [
                check,
                new StopApplicationStep(served, findings),
                new RestoreBesideStep(served, backup, restoring, findings),
                new SwapDatabasesStep(served, restoring, findings),
                new MigrateRestoredStep(served, backup, findings),
                new StartApplicationStep(served),
                new VerifyRestoreStep(served, backup, findings),
            ];
        var inputs = new Dictionary<string, string>
        {
            ["backup"] = backup.Name,
            ["backup-sha256"] = backup.Manifest.Sha256,
            ["target"] = $"{served.Address}",
            // A plan shows other things than a restore and is no measure for one.
            ["stack"] = dryRun ? "plan" : "served",
        };
        await session.BeginAsync([.. steps.Select(step => step.Name)], inputs, cancellation);
        return await session.RunAsync(steps, undo: dryRun ? null : new UndoRestoreStep(served, restoring, findings), cancellation: cancellation);
    }
}
