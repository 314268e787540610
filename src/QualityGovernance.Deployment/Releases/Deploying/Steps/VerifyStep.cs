using System.Globalization;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>This digest answers on this address with this schema.</summary>
/// <param name="parts">The environment.</param>
/// <param name="findings">Names the release.</param>
/// <param name="began">Timestamp of the command, where the time until the release answers is asked for.</param>
internal sealed class VerifyStep(DeploymentParts parts, DeploymentFindings findings, long? began = null) : IStep
{
    private const string Version = "/api/v1/meta/version";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public string Name => "Verify";

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var target = findings.RequireTarget();
        var images = await parts.Stack.ServingAsync(cancellation);
        if (images.Count != parts.Environment.Replicas || images.Any(image => image != target.ImageId))
            throw Wrong($"its {images.Count} replicas run {string.Join(", ", images.Distinct().DefaultIfEmpty("nothing"))} instead of {parts.Environment.Replicas} times {target.ImageId}");
        context.Observe("digest", target.ImageId);

        using var client = parts.Stack.NewClient();
        if (began is { } start)
        {
            await AnswersAsync(client, Version, new() { ["build_id"] = target.BuildId }, context, cancellation);
            context.Observe("seconds-to-answer", parts.Time.GetElapsedTime(start).TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture));
        }

        var schema = findings.Schema = await parts.Database.SchemaAsync(cancellation);
        if (schema is null || !SchemaFit.Serves(target.SchemaHead, schema))
            throw Wrong($"its database is at {schema?.Revision ?? "no revision"}, which {target.Tag} (head {target.SchemaHead}) cannot serve on");
        context.Observe("schema", schema.Revision);

        await AnswersAsync(client, "/healthz", new() { ["status"] = "ok" }, context, cancellation);
        await AnswersAsync(client, "/readyz", new() { ["status"] = "ready", ["database"] = "connected", ["schema"] = schema.Revision }, context, cancellation);
        await AnswersAsync(client, Version, new() { ["build_id"] = target.BuildId, ["schema_revision"] = schema.Revision }, context, cancellation);
        findings.Unfinished = $"recording that {target.Tag} serves";
    }

    private async Task AnswersAsync(HttpClient client, string path, Dictionary<string, string> expected, StepContext context, CancellationToken cancellation)
    {
        var seen = await new Poll(parts.Time).UntilAsync($"{client.BaseAddress}{path.TrimStart('/')} saying so", new HealthProbe(client, path, expected).LookAsync, Limit, Interval, context.Log, cancellation);
        context.Log(seen);
        context.Observe(path, string.Join(", ", expected.Select(pair => $"{pair.Key} {pair.Value}")));
    }

    private StepFailedException Wrong(string what) =>
        new($"{parts.Environment.Name} is not what was deployed: {what}.", nextCommand: $"./build.sh RecoverEnvironment --environment {parts.Environment.Name}");
}
