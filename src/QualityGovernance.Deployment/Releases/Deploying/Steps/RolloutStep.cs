using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>The new replicas beside the old ones, exchanged as they become healthy. A release that does not become so is one that failed, whoever brought the old one back.</summary>
internal sealed class RolloutStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    /// <summary>Of the engine itself, around the deadline that the environment sets.</summary>
    private static readonly TimeSpan Overhead = TimeSpan.FromMinutes(5);

    public string Name => "Rollout";

    public TimeSpan Deadline => parts.Environment.RolloutDeadline + Overhead;

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var target = findings.RequireTarget();
        findings.Unfinished = $"the rollout of {target.Tag}";
        var rollout = await parts.Stack.RolloutAsync(parts.Specification(target), cancellation);
        context.Observe("rollout", rollout.End);
        switch (rollout.End)
        {
            case RolloutEnd.Completed:
                return;
            case RolloutEnd.RolledBack:
                await ToldAsync(context, rollout, cancellation);
                break;
        }

        throw new StepFailedException(
            $"{target.Tag} was neither healthy nor rolled back within {parts.Environment.RolloutDeadline.TotalSeconds:0} s: {rollout.Reason}",
            rollout.Logs,
            nextCommand: $"./build.sh RecoverEnvironment --environment {parts.Environment.Name}");
    }

    private async Task ToldAsync(StepContext context, Rollout rollout, CancellationToken cancellation)
    {
        var running = await parts.Stack.ServingAsync(cancellation);
        context.Observe("running", string.Join(' ', running.Distinct()));
        if (findings.Previous?.Release is not { } previous || running.Count == 0 || running.Any(image => image != previous.ImageId))
        {
            throw new StepFailedException(
                $"{findings.RequireTarget().Tag} did not become healthy: {rollout.Reason} What runs now is not what ran before: {string.Join(", ", running.Distinct().DefaultIfEmpty("nothing"))}.",
                rollout.Logs,
                nextCommand: $"./build.sh RecoverEnvironment --environment {parts.Environment.Name}");
        }

        findings.Unfinished = null;
        throw new StepFailedException($"{findings.RequireTarget().Tag} did not become healthy, and the engine has brought {previous.Tag} back, which serves: {rollout.Reason}", rollout.Logs);
    }
}
