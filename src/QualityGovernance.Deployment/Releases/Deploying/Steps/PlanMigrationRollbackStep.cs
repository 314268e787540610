using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>Which migrations are applied that the release before does not know, what undoing them would lose, and whether that was accepted. Nothing is changed.</summary>
internal sealed class PlanMigrationRollbackStep(DeploymentParts parts, DeploymentRequest request, DeploymentFindings findings) : IStep
{
    public string Name => "Plan";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);

    private string Environment => parts.Environment.Name;

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (request.DryRun)
            Crossing.Refuse(parts.Environment, parts.Secrets, parts.State, parts.Others);
        if (request.DryRun && parts.Book.Current() is { } lease)
            context.Warn($"{Environment} is taken by {lease}: this plan may be out of date in a moment.");
        var served = await ServedAsync(cancellation);
        findings.Previous = served;
        var (newer, target) = Releases(served);
        findings.Newer = newer;
        findings.Target = target;
        context.Observe("release-newer", $"{newer.Tag} {newer.ImageId}");
        context.Observe("release-target", $"{target.Tag} {target.ImageId}");
        parts.Trust.Report(target, context);
        foreach (var image in new[] { newer, target })
        {
            if (!await parts.Releases.IsPresentAsync(image.ImageId, cancellation))
                throw new StepFailedException($"The image {image.ImageId} of {image.Tag} is not on the engine. Nothing was changed. Load or pull that release first.", nextCommand: $"./build.sh Deploy --environment {Environment} --tag {image.Tag} --dry-run");
        }

        var schema = findings.Schema = await parts.Database.SchemaAsync(cancellation)
            ?? throw new StepFailedException($"The database of {Environment} is empty: there is nothing to take back.", nextCommand: "./build.sh ListBackups");
        context.Observe("schema", schema.Revision);
        context.Observe("halfway", schema.Halfway?.ToString() ?? "none");
        if (schema.Revision == target.SchemaHead && schema.Halfway is null)
        {
            context.Say($"The database is at {schema.Revision}, which is where {target.Tag} ends: no migration of {newer.Tag} is applied, and nothing has to be undone.");
            return;
        }

        await WayDownAsync(newer, target, schema, context, cancellation);
    }

    /// <summary>What was seen to serve last; where something runs, it has to be that.</summary>
    private async Task<HistoryEntry> ServedAsync(CancellationToken cancellation)
    {
        var last = parts.History.Last ?? throw new StepFailedException($"No release was ever seen to serve in {Environment}: there is none to go back to.", nextCommand: $"./build.sh RecoverEnvironment --environment {Environment}");
        var images = (await parts.Stack.ReplicasAsync(cancellation)).Distinct().ToList();
        return images.All(image => image == last.Release.ImageId)
            ? last
            : throw new StepFailedException($"{Environment} runs {string.Join(" and ", images)}, and its history says {last.Release.ImageId}: a change has been left half done.", nextCommand: $"./build.sh RecoverEnvironment --environment {Environment}");
    }

    /// <summary>A deployment that was begun and did not come to serve is what is taken back; without one, the release that serves.</summary>
    private (ReleaseImage Newer, ReleaseImage Target) Releases(HistoryEntry served)
    {
        if (DeploymentAttempt.Read(parts.State) is { } attempt && attempt.Release.ImageId != served.Release.ImageId)
            return (attempt.Release, served.Release);
        var before = parts.History.Before(served.Release.ImageId)?.Release
            ?? throw new StepFailedException($"There is no release before {served.Release.Tag} in the history of {Environment}.", nextCommand: "./build.sh ListBackups");
        return before.SchemaHead == served.Release.SchemaHead
            ? throw new StepFailedException($"{served.Release.Tag} and {before.Tag} have the same schema: there is no migration between them to take back.", nextCommand: $"./build.sh RollbackApplication --environment {Environment} --dry-run")
            : (served.Release, before);
    }

    private async Task WayDownAsync(ReleaseImage newer, ReleaseImage target, SchemaRevision schema, StepContext context, CancellationToken cancellation)
    {
        if (!schema.Applied.Contains(target.SchemaHead))
            throw new StepFailedException($"The database is at {schema.Revision}, and {target.SchemaHead}, where {target.Tag} ends, is not applied: there is no way down to it.", nextCommand: "./build.sh ListBackups");
        var program = new MigrationsProgram(parts.Stack, parts.Specification(newer));
        var way = findings.WayDown = await program.WayDownAsync(target.SchemaHead, cancellation);
        context.Say($"Schema: {schema.Revision} -> {target.SchemaHead}, by the program of {newer.Tag}");
        if ((way.Halfway ?? schema.Halfway?.ToString()) is { } halfway)
            context.Say($"{halfway.TrimEnd('.')}. What was applied of it is undone.");
        foreach (var id in way.Undone)
            context.Say($"Undo {id}");
        foreach (var (name, count) in way.Losses)
            context.Say($"Lost would be {name} ({count})");
        context.Observe("undone", string.Join(' ', way.Undone));
        context.Observe("losses", way.Losses.Count == 0 ? "none" : string.Join(", ", way.Losses.Select(loss => $"{loss.Key} ({loss.Value})")));
        if (schema.Halfway is { } begun && !way.Undone.Contains(begun.Id))
            throw new StepFailedException($"{begun}, and the program of {newer.Tag} would not undo it. Nothing was changed. It was begun by another release, whose program alone knows its steps.", nextCommand: $"./build.sh RecoverEnvironment --environment {Environment}");
        context.Say(SchemaFit.Serves(target.SchemaHead, schema)
            ? $"{target.Tag} serves on both schemas: there is no interruption."
            : $"{target.Tag} cannot serve on {schema.Revision}: the application is stopped while the schema is taken back.");
        var unnamed = way.Losses.Keys.Except(request.AcceptedLosses).ToList();
        if (unnamed.Count > 0)
        {
            throw new StepFailedException(
                $"Going back to {target.SchemaHead} would lose {string.Join(", ", unnamed.Select(name => $"{name} ({way.Losses[name]})"))}. Nothing was changed. To lose it on purpose, name all of it.",
                nextCommand: $"./build.sh RollbackMigration --environment {Environment} --accept-loss {string.Join(' ', way.Losses.Keys)}");
        }
    }
}
