using System.Net;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>What answers on the address is what was built, on the schema it carries; and every path that a probe asks for is served.</summary>
internal sealed class VerifyHealthStep(IRehearsalStack stack, RehearsalFindings findings, Poll poll) : IStep
{
    private const string VersionPath = "/api/v1/meta/version";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public string Name => nameof(RehearsalStep.VerifyHealth);

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        using var client = ApplicationReady.NewClient(stack.Address);
        await HealthyAsync(client, "/healthz", new() { ["status"] = "ok" }, context, cancellation);
        await HealthyAsync(client, "/readyz", new() { ["status"] = "ready", ["database"] = "connected", ["schema"] = findings.RequireHead() }, context, cancellation);
        await IdentityAsync(client, context, cancellation);
        await ProbesAsync(client, context, cancellation);
        await stack.VerifyServingAsync(findings.RequireBuilt(), context, cancellation);
    }

    private async Task HealthyAsync(HttpClient client, string path, Dictionary<string, string> expected, StepContext context, CancellationToken cancellation)
    {
        var seen = await poll.UntilAsync($"{path} being healthy", new HealthProbe(client, path, expected).LookAsync, Limit, Interval, context.Log, cancellation);
        context.Observe(path, string.Join(", ", expected.Select(pair => $"{pair.Key} {pair.Value}")));
        context.Observe(FactNames.AnswerPrefix + path, seen);
    }

    private async Task IdentityAsync(HttpClient client, StepContext context, CancellationToken cancellation)
    {
        var built = findings.RequireBuilt();
        var answer = await new ApiClient(client).GetAsync(VersionPath, cancellation);
        context.Observe(FactNames.AnswerPrefix + VersionPath, $"GET {VersionPath}: {answer}");
        var expected = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["build_id"] = built.BuildId,
            ["commit"] = built.Commit,
            ["version"] = built.Version,
            ["schema_revision"] = findings.RequireHead(),
        };
        foreach (var (property, value) in expected)
        {
            if (answer[property] != value)
                throw new StepFailedException($"What answers on {stack.Address} is not what was built: its {property} is \"{answer[property]}\", built was \"{value}\".", [answer.ToString()]);
            context.Observe(property, value);
        }
    }

    private async Task ProbesAsync(HttpClient client, StepContext context, CancellationToken cancellation)
    {
        // What is written in files first: a probe that asks for a wrong path fails for that reason.
        await ServedAsync(client, stack.ProbePaths(), context, cancellation);
        var probe = await stack.OwnProbeAsync(cancellation);
        if (!probe.Succeeded)
            throw new StepFailedException($"The product's own health probe ended with exit code {probe.ExitCode}: {probe.LastWords(1)}");
        var own = ProbePathFinder.FindIn("The product's own health probe", probe.Output).ToList();
        if (own.Count == 0)
            throw new StepFailedException("The product's own health probe does not say what it asked.", [probe.Output]);
        await ServedAsync(client, own, context, cancellation);
        context.Observe("probe-paths", string.Join(" ", own.Concat(stack.ProbePaths()).Select(path => path.Path).Distinct(StringComparer.Ordinal)));
    }

    private static async Task ServedAsync(HttpClient client, IReadOnlyList<ProbePath> paths, StepContext context, CancellationToken cancellation)
    {
        var unserved = new List<string>();
        foreach (var (path, source) in paths)
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            context.Log($"{source} asks for {path}: {(int)response.StatusCode}");
            if (response.StatusCode != HttpStatusCode.OK)
                unserved.Add($"{source} asks for {path}, and the service answers {(int)response.StatusCode}.");
        }

        if (unserved.Count > 0)
            throw new StepFailedException(unserved[0], unserved.Skip(1).ToList());
    }
}
