using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>Moves the schema. What is believed afterwards is the database, not the exit code.</summary>
internal sealed class MigrateStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    private static readonly TimeSpan PreviousLimit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public string Name => "Migrate";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var target = findings.RequireTarget();
        var before = findings.Schema?.Revision ?? "none";
        if (findings.Pending.Count > 0)
            new DeploymentAttempt(parts.Time.GetUtcNow(), findings.Lease?.Lease.Run ?? "none", target).WriteInto(parts.State);
        findings.Unfinished = $"the migration to {target.SchemaHead}";
        var result = await new MigrationsProgram(parts.Stack, parts.Specification(target)).UpAsync(cancellation);
        findings.Schema = await parts.Database.SchemaAsync(cancellation);
        findings.Unfinished = null;
        var now = findings.Schema?.Revision ?? "none";
        context.Observe("schema-before", before);
        context.Observe("schema-now", now);
        var wanted = findings.Pending.Count == 0 ? before : target.SchemaHead;
        if (findings.Schema?.Halfway is { } halfway && (!result.Succeeded || findings.Pending.Contains(halfway.Id)))
            throw HalfApplied(target, halfway, result);
        if (result.Succeeded && now == wanted)
        {
            await PreviousServesAsync(now, context, cancellation);
            return;
        }

        throw new StepFailedException(
            $"The migrations of {target.Tag} ended with exit code {result.ExitCode}, and the database is at {now} instead of {wanted}: {result.LastWords(1)} {What(before, now)} The application was not touched.",
            result.LastWords(15).Split('\n'),
            now == before ? $"./build.sh Deploy --environment {parts.Environment.Name} --tag {target.Tag} --dry-run" : $"./build.sh RollbackMigration --environment {parts.Environment.Name} --dry-run");
    }

    /// <summary>The release that serves until its successor does has to serve on the new schema, whatever that schema says of itself.</summary>
    private async Task PreviousServesAsync(string schema, StepContext context, CancellationToken cancellation)
    {
        if (findings.Pending.Count == 0 || findings.Previous?.Release is not { } previous || (await parts.Stack.ServingAsync(cancellation)).Count == 0)
            return;
        using var client = parts.Stack.NewClient();
        var poll = new Poll(parts.Time);
        try
        {
            await poll.UntilAsync($"{previous.Tag} on {schema}", new HealthProbe(client, "/readyz", new Dictionary<string, string> { ["status"] = "ready", ["schema"] = schema }).LookAsync, PreviousLimit, Interval, context.Log, cancellation);
            await poll.UntilAsync($"{previous.Tag} on {schema}", new HealthProbe(client, "/api/v1/meta/version", new Dictionary<string, string> { ["build_id"] = previous.BuildId }).LookAsync, PreviousLimit, Interval, context.Log, cancellation);
        }
        catch (PollGaveUpException e)
        {
            throw new StepFailedException(
                $"{previous.Tag}, which serves until its successor does, does not serve on {schema}: {e.Message} The new release was not rolled out.",
                nextCommand: $"./build.sh RollbackMigration --environment {parts.Environment.Name} --dry-run");
        }

        context.Observe("previous-on-new-schema", $"{previous.Tag} serves");
    }

    /// <summary>Neither the exit code nor the revision tells this: the journal in the database does.</summary>
    private StepFailedException HalfApplied(ReleaseImage target, HalfAppliedMigration halfway, CommandResult result) => new(
        $"The migrations of {target.Tag} ended with exit code {result.ExitCode}, and {halfway}. The program says: {result.LastWords(1)} The application was not touched. "
        + $"Remove the cause and let it be finished by ./build.sh Deploy --environment {parts.Environment.Name} --tag {target.Tag}, or take it back.",
        result.LastWords(15).Split('\n'),
        $"./build.sh RollbackMigration --environment {parts.Environment.Name} --dry-run");

    private string What(string before, string now) => now == before
        ? "No migration was applied, so nothing has to be undone."
        : $"Applied were {string.Join(", ", findings.Pending.Intersect(findings.Schema?.Applied ?? []))}.";
}
