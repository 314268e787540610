using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>Removes what killed rehearsals left behind: by label, and only where the owner is gone.</summary>
internal sealed class CleanRehearsalStep(IRehearsalStack stack) : IStep
{
    public string Name => nameof(RehearsalStep.CleanRehearsal);

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public Task RunAsync(StepContext context, CancellationToken cancellation) => stack.RemoveLeftoversAsync(context, cancellation);
}
