using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>A backup of an older release is brought to the schema of the one that serves.</summary>
internal sealed class MigrateRestoredStep(IServedDatabase served, BackupFile backup, RestoreFindings findings) : IStep
{
    public string Name => "MigrateRestored";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (backup.Manifest.Revision == findings.Head)
            context.Say($"The backup is at {findings.Head}, as the release needs it; nothing to migrate.");
        else
            await served.MigrateAsync(context, cancellation);
        context.Observe("revision", (await SchemaRevision.ReadAsync(served.Tools, served.Address, cancellation)).Revision);
    }
}
