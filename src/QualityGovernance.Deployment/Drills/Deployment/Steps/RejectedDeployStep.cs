using System.Globalization;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment.Steps;

/// <summary>A release that cannot serve is rejected in time, and nobody notices.</summary>
/// <param name="ground">The environment.</param>
/// <param name="name">Of the step.</param>
/// <param name="tag">Of the release.</param>
/// <param name="limit">For its rollout, until the old release is the only one again.</param>
internal sealed class RejectedDeployStep(DeployGround ground, string name, string tag, TimeSpan limit) : IStep
{
    public string Name => name;

    public TimeSpan Deadline => TimeSpan.FromMinutes(20);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var result = await new UnderLoad(ground).RunAsync(context, token => ground.DeployAsync(tag, token), cancellation);
        context.Observe("deploy", result.Verdict.Word);
        var rollout = DeployGround.Receipt(result, "Rollout");
        context.Observe("reason", rollout.Reason ?? "none");
        if (result.Failed?.Name != "Rollout" || rollout.Observations.GetValueOrDefault("rollout") != "RolledBack")
            throw new StepFailedException($"{tag} cannot serve, and its deployment was {result.Verdict.Word} at {result.Failed?.Name ?? "no step"}: {result.Failed?.Reason}");
        var seconds = rollout.Duration.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        context.Observe("seconds-to-rejection", seconds);
        context.Say($"{tag} was rejected after {seconds} s of at most {limit.TotalSeconds:0} s");
        if (rollout.Duration > limit)
            throw new StepFailedException($"{tag} was rejected after {seconds} s, and that may take {limit.TotalSeconds:0} s.");
    }
}
