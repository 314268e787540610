using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>Waits until the database answers a query over TCP with its password, as the application will ask.</summary>
internal sealed class PostgresReady(ContainerEngine engine, ComposeStack stack, Poll poll, RehearsalSecrets secrets)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public async Task WaitAsync(StepContext context, CancellationToken cancellation)
    {
        var version = await poll.UntilAsync("PostgreSQL answering a query", LookAsync, Limit, Interval, context.Log, cancellation);
        context.Observe("database", version);
    }

    private async Task<ProbeResult> LookAsync(CancellationToken cancellation)
    {
        var container = await stack.FindAsync(StackServices.Postgres, cancellation);
        if (container is null or { Status: "exited" or "dead" or "restarting" })
            return ProbeResult.Hopeless($"its container is {container?.State ?? "gone"}");

        // The password goes through the environment of the client: it stands in no list of processes.
        string[] query = ["psql", "--host", "127.0.0.1", "--username", stack.Environment.DatabaseUser, "--dbname", stack.Environment.DatabaseName, "--tuples-only", "--no-align", "--command", "select version()"];
        var answer = await engine.Runner.RunAsync(
            new Command(engine.Client, ["exec", "--env", "PGPASSWORD", container.Id, .. query])
            {
                Environment = new Dictionary<string, string?> { ["PGPASSWORD"] = secrets.DatabasePassword },
                Timeout = TimeSpan.FromSeconds(30),
            },
            cancellation: cancellation);
        return answer.Succeeded ? ProbeResult.Ready(answer.Output.Trim()) : ProbeResult.NotYet(answer.LastWords(1));
    }
}
