using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>The replicas of the old release finish what they have begun and end.</summary>
internal sealed class DrainStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public string Name => "Drain";

    public TimeSpan Deadline => Limit + TimeSpan.FromSeconds(30);

    public async Task RunAsync(StepContext context, CancellationToken cancellation) => context.Observe(
        "replicas", await new Poll(parts.Time).UntilAsync("The old release having ended", LookAsync, Limit, Interval, context.Log, cancellation));

    private async Task<ProbeResult> LookAsync(CancellationToken cancellation)
    {
        var images = await parts.Stack.ReplicasAsync(cancellation);
        var old = images.Count(image => image != findings.RequireTarget().ImageId);
        var seen = $"{images.Count - old} of the new release, {old} of others";
        return old == 0 && images.Count == parts.Environment.Replicas ? ProbeResult.Ready(seen) : ProbeResult.NotYet(seen);
    }
}
