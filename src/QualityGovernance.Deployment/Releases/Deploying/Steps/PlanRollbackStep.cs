using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>Which release the way back leads to, whether its image is here, and whether it can serve on the schema that the database has. Nothing is changed.</summary>
internal sealed class PlanRollbackStep(DeploymentParts parts, DeploymentRequest request, DeploymentFindings findings) : IStep
{
    public string Name => "Plan";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (request.DryRun)
            Crossing.Refuse(parts.Environment, parts.Secrets, parts.State, parts.Others);
        if (request.DryRun && parts.Book.Current() is { } lease)
            context.Warn($"{parts.Environment.Name} is taken by {lease}: this plan may be out of date in a moment.");
        var images = (await parts.Stack.ReplicasAsync(cancellation)).Distinct().ToList();
        if (images is not [var image])
            throw new StepFailedException($"{parts.Environment.Name} runs {(images.Count == 0 ? "nothing" : string.Join(" and ", images))}: there is no one release to go back from.", nextCommand: $"./build.sh RecoverEnvironment --environment {parts.Environment.Name}");
        var target = parts.History.Before(image)?.Release
            ?? throw new StepFailedException($"There is no release before {image} in the history of {parts.Environment.Name}.", nextCommand: $"./build.sh Deploy --environment {parts.Environment.Name} --tag v1.0.0 --dry-run");
        findings.Previous = parts.History.Entries.LastOrDefault(entry => entry.Release.ImageId == image);
        findings.Target = target;
        context.Say($"Image: {image} ({findings.Previous?.Release.Tag ?? "not in the history"}) -> {target.ImageId} ({target.Tag})");
        context.Observe("image-from", image);
        context.Observe("image-to", target.ImageId);
        parts.Trust.Report(target, context);
        if (!await parts.Releases.IsPresentAsync(target.ImageId, cancellation))
            throw new StepFailedException($"The image {target.ImageId} of {target.Tag} is not on the engine. Nothing was changed. Deploy that release again, which fetches it.", nextCommand: $"./build.sh Deploy --environment {parts.Environment.Name} --tag {target.Tag} --dry-run");
        await SchemaAsync(target, context, cancellation);
    }

    private async Task SchemaAsync(ReleaseImage target, StepContext context, CancellationToken cancellation)
    {
        var schema = findings.Schema = await parts.Database.SchemaAsync(cancellation);
        context.Observe("schema", schema?.Revision ?? "none");
        if (schema is null)
            throw new StepFailedException($"The database of {parts.Environment.Name} is empty: {target.Tag} could not serve on it.", nextCommand: "./build.sh ListBackups");
        if (!SchemaFit.Serves(target.SchemaHead, schema))
        {
            throw new StepFailedException(
                $"{target.Tag} (head {target.SchemaHead}) cannot serve on the schema {schema.Revision}, which serves releases from {schema.CompatibleFrom} on. Nothing was changed. Take the migration back first.",
                nextCommand: $"./build.sh RollbackMigration --environment {parts.Environment.Name} --dry-run");
        }

        context.Say($"Schema: {schema.Revision} stays as it is, and {target.Tag} serves on it.");
    }
}
