using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>Writes the release into the environment's history, and keeps the images of those that one may want back, and no others.</summary>
internal sealed class RecordStep(DeploymentParts parts, DeploymentFindings findings, int retain) : IStep
{
    public string Name => "Record";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var target = findings.RequireTarget();
        var lease = (findings.Lease ?? throw new InvalidOperationException("Nobody has the environment.")).Lease;
        parts.History.Append(new HistoryEntry
        {
            At = parts.Time.GetUtcNow(),
            Procedure = lease.Procedure,
            Run = lease.Run,
            Owner = lease.Owner,
            Reason = lease.Reason,
            Release = target,
            SchemaRevision = findings.Schema!.Revision,
            Settings = parts.Specification(target).Settings,
        });
        findings.Unfinished = null;

        // A rollback of the application leaves the schema, and with it the question whose it is.
        if (lease.Procedure is ReleaseHistory.Deployment or RollbackMigrationProcedure.Name)
            DeploymentAttempt.Forget(parts.State);
        var kept = parts.History.Kept(retain);
        foreach (var beyond in await parts.Releases.KeepAsync(parts.Environment.Name, kept, cancellation))
            context.Say(beyond);
        context.Observe("kept", string.Join(' ', kept.Select(release => release.Tag)));
    }
}
