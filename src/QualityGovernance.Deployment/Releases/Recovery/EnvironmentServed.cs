using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>The database of an environment with the release that was seen to serve on it last.</summary>
/// <param name="parts">The environment.</param>
/// <param name="tools">Reach its database.</param>
/// <param name="release">What is started again.</param>
internal sealed class EnvironmentServed(DeploymentParts parts, DatabaseTools tools, ReleaseImage release) : IServedDatabase
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public DatabaseAddress Address => parts.Secrets.Database;

    public DatabaseTools Tools => tools;

    public string Typed(string sql) => $"psql --host {Address.Host} --port {Address.Port} --username {Address.User} --dbname postgres --command '{sql}'";

    public Task<string> HeadAsync(CancellationToken cancellation) => Task.FromResult(release.SchemaHead);

    public Task StopApplicationAsync(CancellationToken cancellation) => parts.Stack.StopAsync(cancellation);

    public async Task MigrateAsync(StepContext context, CancellationToken cancellation)
    {
        var result = await new MigrationsProgram(parts.Stack, parts.Specification(release)).UpAsync(cancellation);
        foreach (var line in result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            context.Say(line);
        if (!result.Succeeded)
            throw new StepFailedException($"The migrations of {release.Tag} ended with exit code {result.ExitCode}: {result.LastWords(1)}", result.LastWords(15).Split('\n'));
    }

    public async Task<string> StartApplicationAsync(CancellationToken cancellation)
    {
        var rollout = await parts.Stack.RolloutAsync(parts.Specification(release), cancellation);
        if (rollout.End != RolloutEnd.Completed)
            throw new StepFailedException($"{release.Tag} did not become healthy: {rollout.Reason}", rollout.Logs, $"./build.sh RecoverEnvironment --environment {parts.Environment.Name}");
        using var client = parts.Stack.NewClient();
        var expected = new Dictionary<string, string> { ["status"] = "ready", ["database"] = "connected" };
        return await new Poll(parts.Time).UntilAsync($"{parts.Environment.Name} being ready", new HealthProbe(client, "/readyz", expected).LookAsync, ReadyLimit, Interval, cancellation: cancellation);
    }
}
