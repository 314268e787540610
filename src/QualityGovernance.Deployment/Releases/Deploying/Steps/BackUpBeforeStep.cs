using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>Before anything is undone there is a backup of this moment that was restored once and compared.</summary>
internal sealed class BackUpBeforeStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    public string Name => "BackUp";

    public TimeSpan Deadline => TimeSpan.FromHours(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (findings.WayDown is null)
        {
            context.Observe("backup", "nothing is undone, so nothing has to be backed up");
            return;
        }

        var backup = await parts.Database.BackUpAsync($"before the migrations of {findings.Newer!.Tag} are taken back", cancellation);
        if (!backup.IsGood)
            throw new StepFailedException($"The backup {backup.Path} was not restored and compared, so it is no way back. Nothing was changed.");
        context.Observe("backup", backup.Path);
    }
}
