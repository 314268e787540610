using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>The way back before the way forward: the image to go back to is here, and a backup of this moment has been restored and compared.</summary>
internal sealed class ProveWayBackStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    public string Name => "ProveWayBack";

    public TimeSpan Deadline => TimeSpan.FromHours(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (findings.Previous?.Release is not { } previous)
            context.NotRun("previous-image", "It is the first deployment: there is no release to go back to.");
        else if (await parts.Releases.IsPresentAsync(previous.ImageId, cancellation))
            context.Observe("previous-image", previous.ImageId);
        else
            throw new StepFailedException($"The image {previous.ImageId} of {previous.Tag}, which serves now, is not on the engine: there would be no way back to it. Nothing was changed. Fetch or load that release first.");

        if (findings.Schema is not { } schema)
        {
            context.NotRun("backup", "The database is empty: there is nothing to back up.");
            return;
        }

        var backup = await parts.Database.BackUpAsync($"before {findings.RequireTarget().Tag} in {parts.Environment.Name}", cancellation);
        if (!backup.IsGood || backup.Manifest.Revision != schema.Revision)
            throw new StepFailedException($"The backup {backup.Name} is not one of the schema {schema.Revision} that was restored and compared. Nothing was changed.", nextCommand: "./build.sh ListBackups");
        context.Observe("backup", backup.Path);
        context.Observe("backup-rows", backup.Manifest.Rows);
    }
}
