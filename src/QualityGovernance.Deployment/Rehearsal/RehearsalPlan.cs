using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Rehearsal.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>Which steps a rehearsal has to show, and the class behind each.</summary>
public static class RehearsalPlan
{
    public static IReadOnlyList<string> Names { get; } = Enum.GetNames<RehearsalStep>();

    /// <summary>What every rehearsal is judged by, whatever its record announces.</summary>
    public static Gate Gate { get; } = new(Names);

    internal static IEnumerable<RehearsalStep> Before(RehearsalStep step) => Enum.GetValues<RehearsalStep>().Where(earlier => earlier < step);

    internal static IStep StepOf(
        RehearsalStep step, IRehearsalStack stack, RehearsalFindings findings, RehearsalSecrets secrets, SecretMask mask, TimeProvider time, Run run, RehearsalOptions options)
    {
        var poll = new Poll(time);
        var ready = new ApplicationReady(stack, poll, options.ReadyWithin);
        return step switch
        {
            RehearsalStep.CheckPrerequisites => new CheckPrerequisitesStep(stack, options.Root),
            RehearsalStep.CleanRehearsal => new CleanRehearsalStep(stack),
            RehearsalStep.BuildImage => new BuildImageStep(stack, findings, options.ImageBudget),
            RehearsalStep.StartPostgres => new StartPostgresStep(stack),
            RehearsalStep.ApplyMigrations => new ApplyMigrationsStep(stack, findings),
            RehearsalStep.StartApplication => new StartApplicationStep(stack, findings, ready),
            RehearsalStep.VerifyHealth => new VerifyHealthStep(stack, findings, poll),
            RehearsalStep.VerifyDatabase => new VerifyDatabaseStep(stack, secrets, mask, ready, run.Id.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There are eight steps."),
        };
    }
}
