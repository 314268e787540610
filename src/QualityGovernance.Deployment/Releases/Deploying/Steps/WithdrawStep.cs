using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>
/// No replica may be at work on a schema that is being taken away from it: the release before takes its place first where it serves on both schemas, and else
/// nobody does until the schema is back.
/// </summary>
internal sealed class WithdrawStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    private readonly RolloutStep rollout = new(parts, findings);
    private readonly DrainStep drain = new(parts, findings);

    public string Name => "Withdraw";

    public TimeSpan Deadline => rollout.Deadline + drain.Deadline;

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var target = findings.RequireTarget();
        var running = await parts.Stack.ReplicasAsync(cancellation);
        if (findings.WayDown is null || running.All(image => image == target.ImageId))
        {
            context.Observe("withdrawn", "nothing: what runs may go on");
            return;
        }

        if (SchemaFit.Serves(target.SchemaHead, findings.Schema!))
        {
            await rollout.RunAsync(context, cancellation);
            await drain.RunAsync(context, cancellation);
            context.Observe("withdrawn", $"{findings.Newer!.Tag}, for {target.Tag}");
            return;
        }

        findings.Unfinished = $"the way back from {findings.Newer!.Tag}";
        await parts.Stack.StopAsync(cancellation);
        context.Warn($"The application of {parts.Environment.Name} is stopped until the schema is taken back.");
        context.Observe("withdrawn", $"{findings.Newer!.Tag}, for nobody");
    }
}
