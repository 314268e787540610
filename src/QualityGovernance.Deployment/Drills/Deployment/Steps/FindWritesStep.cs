using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment.Steps;

/// <summary>Everything that was acknowledged while the environment was changed is there.</summary>
internal sealed class FindWritesStep(DeployGround ground) : IStep
{
    private const int Told = 15;

    public string Name => "FindWrites";

    public TimeSpan Deadline => TimeSpan.FromMinutes(20);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        using var client = await ground.ClientAsync(cancellation);
        var load = ground.Load!;
        var missing = await load.MissingAsync(client, cancellation);
        context.Observe("acknowledged-writes", load.Written.Count);
        context.Observe("missing-writes", missing.Count);
        context.Say($"{load.Written.Count - missing.Count} of {load.Written.Count} acknowledged writes were found");
        if (missing.Count > 0)
            throw new StepFailedException($"{missing.Count} of {load.Written.Count} acknowledged writes are not there.", [.. missing.Take(Told)]);
        if (load.Written.Count == 0)
            context.CannotTell("Nothing was written, so nothing could be lost.");
    }
}
