using System.Globalization;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment.Steps;

/// <summary>The release before is brought back in time, and nobody notices.</summary>
internal sealed class RollbackStep(DeployGround ground) : IStep
{
    public string Name => "Rollback";

    public TimeSpan Deadline => TimeSpan.FromMinutes(20);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var result = await new UnderLoad(ground).RunAsync(context, ground.RollbackAsync, cancellation);
        context.Observe("rollback", result.Verdict.Word);
        if (result.Verdict.Judgement != Judgement.Passed)
            throw new StepFailedException($"The rollback was {result.Verdict.Word}: {string.Join(" ", result.Verdict.Reasons)}");
        var seconds = DeployGround.Receipt(result, "Verify").Observations["seconds-to-answer"];
        context.Observe("seconds-to-answer", seconds);
        context.Say($"The release before answered {seconds} s after the command, of at most {ground.Options.RollbackLimit.TotalSeconds:0} s");
        if (double.Parse(seconds, CultureInfo.InvariantCulture) > ground.Options.RollbackLimit.TotalSeconds)
            throw new StepFailedException($"The release before answered after {seconds} s, and that may take {ground.Options.RollbackLimit.TotalSeconds:0} s.");
    }
}
