using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Steps;

/// <summary>Records who or what said yes; it was asked before the record began.</summary>
internal sealed class ConfirmStep(string confirmedBy) : IStep
{
    public string Name => "Confirm";

    public TimeSpan Deadline => TimeSpan.FromSeconds(10);

    public Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        context.Observe("confirmed-by", confirmedBy);
        return Task.CompletedTask;
    }
}
