using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>Removes everything the run made, and looks whether anything is left.</summary>
internal sealed class TeardownStep(IRehearsalStack stack) : IStep
{
    public string Name => "Teardown";

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        await stack.TearDownAsync(context, cancellation);
        var remains = await stack.FindRemainsAsync(cancellation);
        context.Observe("left-behind", remains.Count);
        if (remains.Count > 0)
            throw new StepFailedException($"What this run made is still there: {Counted.Of(remains.Count, "thing")}.", remains);
    }
}
