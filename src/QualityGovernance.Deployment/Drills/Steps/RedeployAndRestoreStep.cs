using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Steps;

/// <summary>Starts the rebuilt stack on an empty volume, migrates, and puts the backup in the place of the empty database.</summary>
internal sealed class RedeployAndRestoreStep(DrillGround ground, DrillFindings findings) : IStep
{
    public string Name => "RedeployAndRestore";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        await ground.Stack.UpAsync(image: null, ground.Bases, cancellation);
        var database = await ground.DatabaseAsync(cancellation);
        var backup = findings.RequireBackup();
        var restoring = new DatabaseRestoring(database.Tools, ground.Cipher, ground.Time);
        await database.StopApplicationAsync(cancellation);
        var restored = await restoring.RestoreBesideAsync(backup, database.Address, cancellation: cancellation);
        context.Observe("compared", $"{backup.Manifest.Tables.Count} tables and sequences, {backup.Manifest.Rows} rows, equal");

        // The one that is exchanged was made a moment ago and holds nothing.
        await restoring.DropAsync(database.Address, await restoring.SwapAsync(database.Address, restored, cancellation: cancellation), cancellation);
        if (backup.Manifest.Revision != await database.HeadAsync(cancellation))
            await database.MigrateAsync(context, cancellation);
        context.Observe("readyz", await database.StartApplicationAsync(cancellation));
    }
}
