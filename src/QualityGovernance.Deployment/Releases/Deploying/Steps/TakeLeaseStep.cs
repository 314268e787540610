using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>From here on nobody else changes the environment. What belongs to another environment is refused first.</summary>
internal sealed class TakeLeaseStep(DeploymentParts parts, DeploymentRequest request, string run, DeploymentFindings findings) : IStep
{
    public string Name => "Lease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2) + (request.Wait ?? TimeSpan.Zero);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        Crossing.Refuse(parts.Environment, parts.Secrets, parts.State, parts.Others);
        findings.Lease = await parts.Book.TakeAsync(parts.Book.New(request.Procedure, run, request.Reason), request.Wait, context.Say, cancellation);
        context.Observe("lease", findings.Lease.Lease);
        foreach (var orphan in await parts.Stack.RemoveOrphansAsync(cancellation))
            context.Say($"Ended {orphan}, whose owner is gone");
    }
}
