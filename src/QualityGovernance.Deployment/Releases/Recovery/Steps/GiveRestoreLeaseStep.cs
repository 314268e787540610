using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>Gives the environment back, unless nobody knows in which state it is: then the lease stays and asks for a recovery.</summary>
internal sealed class GiveRestoreLeaseStep(DeploymentParts parts, RestoreFindings findings) : IStep
{
    public string Name => "ReleaseLease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(1);

    public Task RunAsync(StepContext context, CancellationToken cancellation) =>
        new Deploying.Steps.ReleaseLeaseStep(parts, new DeploymentFindings { Lease = findings.Lease, Unfinished = findings.Unfinished }).RunAsync(context, cancellation);
}
