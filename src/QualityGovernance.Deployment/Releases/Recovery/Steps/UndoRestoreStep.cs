using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>After a failure: the database that was served before is served again, and what was restored is removed.</summary>
internal sealed class UndoRestoreStep(IServedDatabase served, DatabaseRestoring restoring, RestoreFindings findings) : IStep
{
    public string Name => "UndoRestore";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        // The step that exchanged them may have failed after it had: the names tell.
        if (findings.Kept is { } kept && await restoring.ExistsAsync(served.Address, kept, cancellation))
        {
            await served.StopApplicationAsync(cancellation);
            await restoring.SwapBackAsync(served.Address, kept, cancellation);
            context.Say($"{served.Address.Database} is the database again that it was before.");
        }

        if (findings.Restored is { } restored)
            await restoring.DropAsync(served.Address, restored, cancellation);
        if (findings.Stopped)
            context.Observe("readyz", await served.StartApplicationAsync(cancellation));
        if (!findings.WasLeft)
            findings.Unfinished = null;
    }
}
