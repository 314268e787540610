using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Runs;

internal sealed class TestStep(Func<StepContext, CancellationToken, Task> work, string name = "Work") : IStep
{
    public string Name => name;

    public TimeSpan Deadline => TimeSpan.FromSeconds(30);

    public Task RunAsync(StepContext context, CancellationToken cancellation) => work(context, cancellation);
}
