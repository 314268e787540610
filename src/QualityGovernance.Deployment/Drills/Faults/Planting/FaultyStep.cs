using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults.Planting;

/// <summary>A step with a fault in it, and less time than it would have: what a fault has to be bounded by can be seen in seconds.</summary>
internal sealed class FaultyStep(IStep step, PlantedFault fault, TimeSpan deadline) : IStep
{
    public string Name => step.Name;

    public TimeSpan Deadline => step.Deadline < deadline ? step.Deadline : deadline;

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        await fault.BeginAsync(cancellation);
        try
        {
            await step.RunAsync(context, cancellation);
        }
        finally
        {
            await fault.EndAsync();
        }

        // A step that calls no tool is killed when it has done its work and has not said so yet.
        if (fault.Kind == FaultKind.KilledBuild)
            fault.KillThisProcess();
    }
}
