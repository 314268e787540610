using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment.Steps;

/// <summary>A release that is in order takes the place of another, and nobody notices.</summary>
internal sealed class GoodDeployStep(DeployGround ground) : IStep
{
    public string Name => "GoodDeploy";

    public TimeSpan Deadline => TimeSpan.FromMinutes(20);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var result = await new UnderLoad(ground).RunAsync(context, token => ground.DeployAsync(DeployGround.Better, token), cancellation);
        context.Observe("deploy", result.Verdict.Word);
        if (result.Verdict.Judgement != Judgement.Passed)
            throw new StepFailedException($"The deployment of a release that is in order was {result.Verdict.Word}: {string.Join(" ", result.Verdict.Reasons)}");
    }
}
