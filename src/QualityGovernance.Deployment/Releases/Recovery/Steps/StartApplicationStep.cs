using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery.Steps;

/// <summary>Ends when the application says that it can be used.</summary>
internal sealed class StartApplicationStep(IServedDatabase served) : IStep
{
    public string Name => "StartApplication";

    public TimeSpan Deadline => TimeSpan.FromMinutes(5);

    public async Task RunAsync(StepContext context, CancellationToken cancellation) =>
        context.Observe("readyz", await served.StartApplicationAsync(cancellation));
}
