using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

internal sealed class StartPostgresStep(IRehearsalStack stack) : IStep
{
    public string Name => nameof(RehearsalStep.StartPostgres);

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);

    public Task RunAsync(StepContext context, CancellationToken cancellation) => stack.StartDatabaseAsync(context, cancellation);
}
