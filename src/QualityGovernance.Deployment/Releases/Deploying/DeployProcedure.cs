using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>Brings a release into an environment: nothing is touched before the way back is proven, and nothing is believed that was not seen.</summary>
internal static class DeployProcedure
{
    /// <summary>Of its steps.</summary>
    public static readonly IReadOnlyList<string> Names = ["Lease", "Plan", "Preflight", "ProveWayBack", "Migrate", "Rollout", "Drain", "Verify", "Record"];

    public static async Task<ProcedureResult> RunAsync(ProcedureSession session, DeploymentParts parts, DeploymentRequest request, int? retain = null, CancellationToken cancellation = default)
    {
        var findings = new DeploymentFindings();
        var plan = new PlanStep(parts, session.Root, request, findings);
        var inputs = new Dictionary<string, string>
        {
            ["environment"] = parts.Environment.Name,
            ["release"] = request.Tag ?? "",
            // A plan shows other things than a deployment and is no measure for one.
            ["stack"] = request.DryRun ? "plan" : parts.Environment.Stack,
        };
        var run = await session.BeginAsync(request.DryRun ? [plan.Name] : Names, inputs, cancellation);
        if (request.DryRun)
            return await session.RunAsync([plan], cancellation: cancellation);
        IReadOnlyList<IStep> steps =
        [
            new TakeLeaseStep(parts, request, run.Id.Value, findings),
            plan,
            new PreflightStep(parts, findings),
            new ProveWayBackStep(parts, findings),
            new MigrateStep(parts, findings),
            new RolloutStep(parts, findings),
            new DrainStep(parts, findings),
            new VerifyStep(parts, findings),
            new RecordStep(parts, findings, retain ?? parts.Environment.Retain),
        ];
        return await session.RunAsync(steps, teardown: new ReleaseLeaseStep(parts, findings), cancellation: cancellation);
    }
}
