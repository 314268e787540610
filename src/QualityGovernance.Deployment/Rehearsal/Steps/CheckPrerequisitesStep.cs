using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>Everything that stands in the way is told in one report, before anything is touched.</summary>
internal sealed class CheckPrerequisitesStep(IRehearsalStack stack, string root) : IStep
{
    public string Name => nameof(RehearsalStep.CheckPrerequisites);

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (ChecksumList.Of(root) is { Entries.Count: > 0 } checksums)
            context.Input(FactNames.Checksums, checksums);
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
