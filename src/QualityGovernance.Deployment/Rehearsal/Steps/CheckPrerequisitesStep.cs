using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>Everything that stands in the way is told in one report, before anything is touched.</summary>
internal sealed class CheckPrerequisitesStep(IRehearsalStack stack) : IStep
{
    public string Name => nameof(RehearsalStep.CheckPrerequisites);

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var problems = await stack.FindProblemsAsync(context, cancellation);
        context.Observe("problems", problems.Count);
        if (problems.Count > 0)
        {
            throw new StepFailedException(
                problems.Count == 1 ? problems[0] : $"{problems.Count} things stand in the way.",
                problems.Count == 1 ? [] : problems,
                "./build.sh Rehearsal --provision");
        }
    }
}
