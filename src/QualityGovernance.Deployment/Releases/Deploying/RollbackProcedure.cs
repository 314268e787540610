using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>Brings the release back that served before, from the same specification as a deployment. The schema is never touched.</summary>
internal static class RollbackProcedure
{
    /// <summary>Of its steps.</summary>
    public static readonly IReadOnlyList<string> Names = ["Lease", "Plan", "Rollout", "Verify", "Drain", "Record"];

    public static async Task<ProcedureResult> RunAsync(ProcedureSession session, DeploymentParts parts, DeploymentRequest request, CancellationToken cancellation = default)
    {
        var began = parts.Time.GetTimestamp();
        var findings = new DeploymentFindings();
        var plan = new PlanRollbackStep(parts, request, findings);
        var inputs = new Dictionary<string, string> { ["environment"] = parts.Environment.Name, ["stack"] = request.DryRun ? "plan" : parts.Environment.Stack };
        var run = await session.BeginAsync(request.DryRun ? [plan.Name] : Names, inputs, cancellation);
        if (request.DryRun)
            return await session.RunAsync([plan], cancellation: cancellation);
        IReadOnlyList<IStep> steps =
        [
            new TakeLeaseStep(parts, request, run.Id.Value, findings),
            plan,
            new RolloutStep(parts, findings),
            // Whether the old release answers is what the operator waits for; that the newer one has ended is looked at afterwards.
            new VerifyStep(parts, findings, began),
            new DrainStep(parts, findings),
            new RecordStep(parts, findings, parts.Environment.Retain),
        ];
        return await session.RunAsync(steps, teardown: new ReleaseLeaseStep(parts, findings), cancellation: cancellation);
    }
}
