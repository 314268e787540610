using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>What is written after this would be lost with the old database.</summary>
internal sealed class StopApplicationStep(IServedDatabase served, RestoreFindings findings) : IStep
{
    public string Name => "StopApplication";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        findings.Stopped = true;
        await served.StopApplicationAsync(cancellation);
    }
}
