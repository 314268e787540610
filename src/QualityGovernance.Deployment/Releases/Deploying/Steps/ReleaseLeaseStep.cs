using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>Gives the environment back, unless nobody knows in which state it is: then the lease stays and asks for a recovery.</summary>
internal sealed class ReleaseLeaseStep(DeploymentParts parts, DeploymentFindings findings) : IStep
{
    public string Name => "ReleaseLease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(1);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (findings.Lease is not { } lease)
            return;
        if (findings.Unfinished is { } unfinished)
        {
            context.Observe("lease", "kept");
            throw new StepFailedException(
                $"{parts.Environment.Name} keeps its lease: nobody knows how {unfinished} ended.",
                nextCommand: $"./build.sh RecoverEnvironment --environment {parts.Environment.Name}");
        }

        await lease.ReleaseAsync(cancellation);
        context.Observe("lease", "released");
        foreach (var left in await parts.Stack.RemoveOwnAsync(cancellation))
            context.Say($"Removed {left}, which the step that had started it could not");
    }
}
