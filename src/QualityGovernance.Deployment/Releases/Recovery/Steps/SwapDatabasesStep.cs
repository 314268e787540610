using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>One transaction gives the restored database the name of the served one.</summary>
internal sealed class SwapDatabasesStep(IServedDatabase served, DatabaseRestoring restoring, RestoreFindings findings) : IStep
{
    public string Name => "SwapDatabases";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var restored = findings.Restored ?? throw new InvalidOperationException("Nothing has been restored yet.");
        var kept = await restoring.SwapAsync(served.Address, restored, name => findings.Kept = name, cancellation);
        findings.Restored = null;
        context.Observe(InterruptedRun.KeptAs, kept);
        context.Say($"The database that was served is kept as {kept}; remove it when nobody needs it any more: {served.Typed($"DROP DATABASE {kept}")}");
    }
}
