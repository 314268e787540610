using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>Brings an environment that a killed run left to a state that somebody knows, and gives its lease back.</summary>
internal static class RecoverProcedure
{
    public static async Task<ProcedureResult> RunAsync(ProcedureSession session, DeploymentParts parts, DeploymentRequest request, CancellationToken cancellation = default)
    {
        var findings = new DeploymentFindings();
        var inputs = new Dictionary<string, string> { ["environment"] = parts.Environment.Name, ["stack"] = parts.Environment.Stack };
        var recover = new RecoverStep(parts, findings);
        var run = await session.BeginAsync(["TakeOver", recover.Name], inputs, cancellation);
        return await session.RunAsync(
            [new TakeOverStep(parts, request, run.Id.Value, findings), recover], teardown: new ReleaseLeaseStep(parts, findings), cancellation: cancellation);
    }
}
