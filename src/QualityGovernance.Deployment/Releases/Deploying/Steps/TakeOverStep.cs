using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>Takes the environment over from a run that is gone, and tells from its receipts how far it came.</summary>
internal sealed class TakeOverStep(DeploymentParts parts, DeploymentRequest request, string run, DeploymentFindings findings) : IStep
{
    public string Name => "TakeOver";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var wanted = parts.Book.New(request.Procedure, run, request.Reason);
        findings.Lease = await parts.Book.TakeOverAsync(wanted, cancellation) ?? await TakeUnknownAsync(wanted, context, cancellation);
        // A recovery that fails leaves the environment to the next one.
        findings.Unfinished = "what the interrupted run began";
        foreach (var orphan in await parts.Stack.RemoveOrphansAsync(cancellation))
            context.Say($"Ended {orphan}, whose owner is gone");
        if (findings.Lease.Lease.Recovers is { } left)
            InterruptedRun.Tell(parts, left, context);
    }

    /// <summary>Also an environment that nobody left may run what nobody here has seen to serve.</summary>
    private async Task<HeldLease> TakeUnknownAsync(Lease wanted, StepContext context, CancellationToken cancellation)
    {
        var running = await parts.Stack.ReplicasAsync(cancellation);
        var last = parts.History.Last?.Release.ImageId;
        if (running.Count == (last is null ? 0 : parts.Environment.Replicas) && running.All(image => image == last))
            throw new StepFailedException($"Nobody has {parts.Environment.Name}, nobody left it, and what runs there is what its history says: there is nothing to recover.", nextCommand: $"./build.sh Deploy --environment {parts.Environment.Name} --tag v1.0.0 --dry-run");
        context.Say($"Nobody left {parts.Environment.Name}, and what runs there is not what its history says.");
        return await parts.Book.TakeAsync(wanted, request.Wait, context.Say, cancellation);
    }
}
