using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>
/// Brings the environment to one release that serves: the last one in its history that can on the schema as it is, or where there is none, nothing, and says so. What the
/// interrupted run had begun and not shown is undone, never taken for done.
/// </summary>
internal sealed class RecoverStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    private readonly RolloutStep rollout = new(parts, findings);
    private readonly VerifyStep verify = new(parts, findings);
    private readonly DrainStep drain = new(parts, findings);

    public string Name => "Recover";

    public TimeSpan Deadline => rollout.Deadline + verify.Deadline + drain.Deadline;

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var images = await parts.Stack.ReplicasAsync(cancellation);
        var schema = await parts.Database.SchemaAsync(cancellation);
        context.Say($"Runs now: {(images.Count == 0 ? "nothing" : string.Join(", ", images.GroupBy(image => image).Select(group => $"{group.Count()} x {group.Key} ({TagOf(group.Key)})")))}");
        context.Say($"Schema now: {schema?.Revision ?? "none"}{(schema is null ? "" : $", which serves releases from {schema.CompatibleFrom} on")}");
        if (schema?.Halfway is { } halfway)
            context.Warn($"{halfway}. A recovery does not change the schema: ./build.sh RollbackMigration --environment {parts.Environment.Name} --dry-run shows the way back.");
        context.Observe("running", string.Join(' ', images.Distinct().DefaultIfEmpty("nothing")));
        context.Observe("schema", schema?.Revision ?? "none");
        foreach (var name in await parts.Database.RemoveUnfinishedRestoresAsync(cancellation))
            context.Say($"Removed the database {name}, which an interrupted restore had made.");
        if (parts.History.Last is not { } last)
        {
            if (images.Count > 0)
                await parts.Stack.RemoveAsync(cancellation);
            context.Say($"No release was ever seen to serve here: there is none to bring back.{(images.Count > 0 ? " What ran was removed." : "")} The next deployment starts anew.");
            context.Observe("recovered-to", "nothing");
            findings.Unfinished = null;
            return;
        }

        // A migration that was taken back has taken the last release with it, and left the schema of the one before.
        if (schema is null || parts.History.Kept(int.MaxValue - 1).FirstOrDefault(release => SchemaFit.Serves(release.SchemaHead, schema)) is not { } release)
        {
            throw new StepFailedException(
                $"{last.Release.Tag} (head {last.Release.SchemaHead}), the last release that served, cannot serve on the schema {schema?.Revision ?? "none"}. Restore the database from the backup that the interrupted run made, then recover again.",
                nextCommand: "./build.sh ListBackups");
        }

        if (release.ImageId != last.Release.ImageId)
            context.Say($"{last.Release.Tag} (head {last.Release.SchemaHead}) cannot serve on that schema any more; {release.Tag}, which served before it, can.");
        await BringBackAsync(release, context, cancellation);
        if (release.ImageId != last.Release.ImageId)
            await new RecordStep(parts, findings, parts.Environment.Retain).RunAsync(context, cancellation);
    }

    private async Task BringBackAsync(ReleaseImage release, StepContext context, CancellationToken cancellation)
    {
        findings.Target = release;
        findings.Previous = parts.History.Last;

        // Also where only this release runs: a rollout that was begun goes on without the run that began it.
        context.Say($"{release.Tag} is asked for, from its own specification.");
        await rollout.RunAsync(context, cancellation);
        await verify.RunAsync(context, cancellation);
        findings.Unfinished = null;

        // The next deployment takes two releases at once for a change that was left half done.
        await drain.RunAsync(context, cancellation);
        context.Say($"{release.Tag} serves.");
        context.Observe("recovered-to", release.Tag);
    }

    private string TagOf(string image) => parts.History.Entries.LastOrDefault(entry => entry.Release.ImageId == image)?.Release.Tag ?? "not in the history";
}
