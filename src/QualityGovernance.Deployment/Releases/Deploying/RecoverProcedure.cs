using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>Brings an environment that a killed run left to a state that somebody knows, and gives its lease back.</summary>
internal static class RecoverProcedure
{
    /// <summary>Of its steps.</summary>
    public static readonly IReadOnlyList<string> Names = ["TakeOver", "Recover"];

    public static async Task<ProcedureResult> RunAsync(ProcedureSession session, DeploymentParts parts, DeploymentRequest request, CancellationToken cancellation = default)
    {
        var findings = new DeploymentFindings();
        var inputs = new Dictionary<string, string> { ["environment"] = parts.Environment.Name, ["stack"] = parts.Environment.Stack };
        var run = await session.BeginAsync(Names, inputs, cancellation);
        return await session.RunAsync(
            [new TakeOverStep(parts, request, run.Id.Value, findings), new RecoverStep(parts, findings)], teardown: new ReleaseLeaseStep(parts, findings), cancellation: cancellation);
    }
}
