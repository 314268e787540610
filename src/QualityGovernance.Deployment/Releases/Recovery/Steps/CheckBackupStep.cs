using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>Everything that can be refused is refused here, before anything stops.</summary>
internal sealed class CheckBackupStep(IServedDatabase served, BackupFile backup, string confirmedTarget, BackupCipher cipher, DatabaseRestoring restoring, RestoreFindings findings) : IStep
{
    public string Name => "CheckBackup";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var target = served.Address.Database;
        if (confirmedTarget != target)
            throw new StepFailedException($"The database that is served here is {target}, and --confirm-target names {confirmedTarget}. Nothing was touched.");
        var manifest = backup.Manifest;
        findings.Head = await served.HeadAsync(cancellation);
        if (string.CompareOrdinal(manifest.Revision, findings.Head) > 0)
        {
            throw new StepFailedException(
                $"The backup is at {manifest.Revision}, and the release that serves here knows no migration after {findings.Head}. Deploy the newer release first. Nothing was touched.");
        }

        // Opening it compares its hash and decrypts it: a wrong key shows here and not when the application has been stopped.
        using (await BackupContent.OpenAsync(backup, cipher, cancellation))
            context.Observe("backup-sha256", manifest.Sha256);
        var now = await SchemaRevision.ReadAsync(served.Tools, served.Address, cancellation);
        context.Observe("backup-revision", manifest.Revision);
        context.Observe("database-revision", now.Revision);
        context.Observe("verified-before", backup.IsGood ? "yes" : "no");
        context.Say($"{backup.Name}: {manifest.Rows} rows in {manifest.Tables.Count} tables at {manifest.Revision}, made {manifest.Created:u} ({manifest.Reason}){(backup.IsGood ? "" : ", never verified yet")}");
        context.Say($"It takes the place of {served.Address}, which is at {now.Revision} and is kept under another name.");
        foreach (var name in await restoring.UnfinishedAsync(served.Address, cancellation))
            context.Say($"A restore that was interrupted, or is at work, made {name}. Remove it when none is: {served.Typed($"DROP DATABASE {name}")}");
    }
}
