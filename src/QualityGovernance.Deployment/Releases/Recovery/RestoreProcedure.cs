using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Recovery.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>
/// Brings a database back from a backup: beside the one that is served, compared, exchanged by name. Until the exchange the old one is untouched, and
/// afterwards it is kept; whatever fails in between is undone.
/// </summary>
internal static class RestoreProcedure
{
    /// <summary>Of its steps, in an environment; the sandbox takes no lease.</summary>
    public static readonly IReadOnlyList<string> Names = ["Lease", "CheckBackup", "StopApplication", "RestoreBeside", "SwapDatabases", "MigrateRestored", "StartApplication", "VerifyRestore"];

    /// <param name="session">Keeps the receipts.</param>
    /// <param name="served">What the backup takes the place of.</param>
    /// <param name="backup">Where from.</param>
    /// <param name="confirmedTarget">The database that the operator named.</param>
    /// <param name="cipher">Opens the backup.</param>
    /// <param name="time">For names and durations.</param>
    /// <param name="dryRun">Checks and shows, and changes nothing.</param>
    /// <param name="cancellation">Interrupts; what was begun is undone.</param>
    /// <param name="environment">Whose lease it takes, and what for; the sandbox has none.</param>
    public static async Task<ProcedureResult> RunAsync(
        ProcedureSession session, IServedDatabase served, BackupFile backup, string confirmedTarget, BackupCipher cipher, TimeProvider time, bool dryRun, CancellationToken cancellation,
        (DeploymentParts Parts, DeploymentRequest Request)? environment = null)
    {
        var findings = new RestoreFindings();
        var restoring = new DatabaseRestoring(served.Tools, cipher, time);
        var check = new CheckBackupStep(served, backup, confirmedTarget, cipher, restoring, findings);
        var inputs = new Dictionary<string, string>
        {
            ["backup"] = backup.Name,
            ["backup-sha256"] = backup.Manifest.Sha256,
            ["target"] = $"{served.Address}",
            // A plan shows other things than a restore and is no measure for one.
            ["stack"] = dryRun ? "plan" : "served",
        };
        var run = await session.BeginAsync(dryRun ? [check.Name] : environment is null ? [.. Names.Skip(1)] : Names, inputs, cancellation);
        if (dryRun)
            return await session.RunAsync([check], cancellation: cancellation);
        IReadOnlyList<IStep> steps =
        [
            .. environment is { } taken ? [new TakeRestoreLeaseStep(taken.Parts, taken.Request, run.Id.Value, findings)] : Array.Empty<IStep>(),
            check,
            new StopApplicationStep(served, findings),
            new RestoreBesideStep(served, backup, restoring, findings),
            new SwapDatabasesStep(served, restoring, findings),
            new MigrateRestoredStep(served, backup, findings),
            new StartApplicationStep(served),
            new VerifyRestoreStep(served, backup, findings),
        ];
        return await session.RunAsync(
            steps,
            undo: new UndoRestoreStep(served, restoring, findings),
            teardown: environment is { } given ? new GiveRestoreLeaseStep(given.Parts, findings) : null,
            cancellation: cancellation);
    }
}
