using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>
/// From here on nobody else changes the environment. One that an interrupted run left is taken over: data that are compared and a release that is seen to serve on
/// them are a state that somebody knows, and where the schema was left in a state that no release serves on, a restore is the only way to one.
/// </summary>
internal sealed class TakeRestoreLeaseStep(DeploymentParts parts, DeploymentRequest request, string run, RestoreFindings findings) : IStep
{
    public string Name => "Lease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2) + (request.Wait ?? TimeSpan.Zero);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var wanted = parts.Book.New(request.Procedure, run, request.Reason);
        try
        {
            findings.Lease = await parts.Book.TakeAsync(wanted, request.Wait, context.Say, cancellation);
        }
        catch (LeaseHeldException e) when (!e.OwnerMayBeAlive)
        {
            findings.Lease = await parts.Book.TakeOverAsync(wanted, cancellation) ?? throw new StepFailedException($"{parts.Environment.Name} was taken and given back by somebody else a moment ago. Nothing was changed; try again.");
        }

        context.Observe("lease", findings.Lease.Lease);
        if (parts.History.Last is { } served)
            parts.Trust.Report(served.Release, context);
        foreach (var orphan in await parts.Stack.RemoveOrphansAsync(cancellation))
            context.Say($"Ended {orphan}, whose owner is gone");
        if (findings.Lease.Lease.Recovers is not { } left)
            return;
        findings.WasLeft = true;
        findings.Unfinished = "what the interrupted run began";
        InterruptedRun.Tell(parts, left, context);
        foreach (var name in await parts.Database.RemoveUnfinishedRestoresAsync(cancellation))
            context.Say($"Removed the database {name}, which an interrupted restore had made.");
    }
}
