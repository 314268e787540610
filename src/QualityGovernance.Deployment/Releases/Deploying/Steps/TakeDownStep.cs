using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>The newer release undoes its own migrations. What is believed afterwards is the database, not the exit code.</summary>
internal sealed class TakeDownStep(DeploymentParts parts, DeploymentRequest request, DeploymentFindings findings) : IStep
{
    public string Name => "TakeDown";

    public TimeSpan Deadline => TimeSpan.FromMinutes(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var target = findings.RequireTarget();
        if (findings.WayDown is not { } way)
        {
            context.Observe("schema-now", findings.Schema!.Revision);
            return;
        }

        var newer = findings.Newer!;
        findings.Unfinished = $"taking the schema back to {target.SchemaHead}";
        var accepted = way.Losses.Keys.Intersect(request.AcceptedLosses).ToList();
        var result = await new MigrationsProgram(parts.Stack, parts.Specification(newer)).DownAsync(target.SchemaHead, accepted, cancellation);
        var schema = findings.Schema = await parts.Database.SchemaAsync(cancellation);
        context.Observe("schema-now", schema?.Revision ?? "none");
        if (result.Succeeded && schema?.Revision == target.SchemaHead && schema.Halfway is null)
            return;
        throw new StepFailedException(
            $"The program of {newer.Tag} ended with exit code {result.ExitCode}, and the database is at {schema?.Revision ?? "none"} instead of {target.SchemaHead}{(schema?.Halfway is { } halfway ? $", and {halfway}" : "")}: {result.LastWords(1)}",
            result.LastWords(15).Split('\n'),
            $"./build.sh RecoverEnvironment --environment {parts.Environment.Name}");
    }
}
