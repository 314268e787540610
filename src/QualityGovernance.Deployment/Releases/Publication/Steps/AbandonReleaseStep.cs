using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication.Steps;

/// <summary>After a failure: what was begun is no release and does not stay.</summary>
internal sealed class AbandonReleaseStep(PublicationOptions options, ReleaseStore store) : IStep
{
    public string Name => "AbandonRelease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(1);

    public Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        store.Abandon(options.Tag);
        return Task.CompletedTask;
    }
}
