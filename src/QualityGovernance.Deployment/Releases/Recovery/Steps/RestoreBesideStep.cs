using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>Into a new database of the same server, equal to the manifest table by table.</summary>
internal sealed class RestoreBesideStep(IServedDatabase served, BackupFile backup, DatabaseRestoring restoring, RestoreFindings findings) : IStep
{
    public string Name => "RestoreBeside";

    public TimeSpan Deadline => DatabasePrograms.Patience;

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        context.Observe("restored-database", await restoring.RestoreBesideAsync(backup, served.Address, name => findings.Restored = name, cancellation));
        context.Observe("compared", $"{backup.Manifest.Tables.Count} tables and sequences, {backup.Manifest.Rows} rows, equal");
    }
}
