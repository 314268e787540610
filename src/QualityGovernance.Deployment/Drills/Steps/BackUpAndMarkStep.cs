using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Steps;

/// <summary>Writes markers, takes a backup and restores it once. While this has not been seen, nothing is destroyed.</summary>
internal sealed class BackUpAndMarkStep(DrillGround ground, DrillOptions options, DrillAccount account, DrillFindings findings, string run, HttpClient client) : IStep
{
    public string Name => "BackUpAndMark";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        await account.CreateAsync(ground, cancellation);
        var writer = new MarkerWriter(await account.LogInAsync(client, cancellation), run, ground.Time);
        var markers = new List<DrillMarker>();
        while (markers.Count < options.Markers)
            markers.Add(await writer.WriteAsync(cancellation));
        findings.Markers = markers;
        context.Observe("markers", markers.Count);

        var database = await ground.DatabaseAsync(cancellation);
        var taken = await new BackupTaking(database.Tools, ground.Store, ground.Cipher, ground.Time).TakeAsync(database.Address, $"reset drill {run}", cancellation);
        findings.Backup = await new BackupVerifying(ground.Engine, ground.Bases.Postgres, ground.Cipher, ground.Time).VerifyAsync(taken, cancellation);
        context.Observe("backup", taken.Name);
        context.Observe("backup-sha256", taken.Manifest.Sha256);
        context.Say($"{taken.Path}: {taken.Manifest.Rows} rows, restored once and equal");

        // From here to the destruction: what these lose is the recovery point.
        findings.Writing = Task.Run(() => writer.WriteUntilGoneAsync(CancellationToken.None), CancellationToken.None);
    }
}
