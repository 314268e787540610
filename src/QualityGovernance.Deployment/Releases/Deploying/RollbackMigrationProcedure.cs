using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>
/// Takes migrations back with the program of the release that made them, and lets the release before serve. What is taken back is what the database says is applied,
/// never what a run says it did.
/// </summary>
internal static class RollbackMigrationProcedure
{
    public const string Name = "RollbackMigration";

    /// <summary>Of its steps.</summary>
    public static readonly IReadOnlyList<string> Names = ["Lease", "Plan", "BackUp", "Withdraw", "TakeDown", "Rollout", "Verify", "Drain", "Record"];

    public static async Task<ProcedureResult> RunAsync(ProcedureSession session, DeploymentParts parts, DeploymentRequest request, CancellationToken cancellation = default)
    {
        var findings = new DeploymentFindings();
        var plan = new PlanMigrationRollbackStep(parts, request, findings);
        var inputs = new Dictionary<string, string> { ["environment"] = parts.Environment.Name, ["stack"] = request.DryRun ? "plan" : parts.Environment.Stack };
        var run = await session.BeginAsync(request.DryRun ? [plan.Name] : Names, inputs, cancellation);
        if (request.DryRun)
            return await session.RunAsync([plan], cancellation: cancellation);
        IReadOnlyList<IStep> steps =
        [
            new TakeLeaseStep(parts, request, run.Id.Value, findings),
            plan,
            new BackUpBeforeStep(parts, findings),
            new WithdrawStep(parts, findings),
            new TakeDownStep(parts, request, findings),
            new RolloutStep(parts, findings),
            new VerifyStep(parts, findings),
            new DrainStep(parts, findings),
            new RecordStep(parts, findings, parts.Environment.Retain),
        ];
        return await session.RunAsync(steps, teardown: new ReleaseLeaseStep(parts, findings), cancellation: cancellation);
    }
}
