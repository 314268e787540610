using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>
/// What is written after this would be lost with the old database. So it comes before the backup is restored, which could be done beside an application that
/// still serves: that would be a shorter pause, and writes that were acknowledged during it and are gone afterwards.
/// </summary>
internal sealed class StopApplicationStep(IServedDatabase served, RestoreFindings findings) : IStep
{
    public string Name => "StopApplication";

    public TimeSpan Deadline => TimeSpan.FromMinutes(5);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        findings.Stopped = true;
        findings.Unfinished ??= "the restore";
        await served.StopApplicationAsync(cancellation);
    }
}
