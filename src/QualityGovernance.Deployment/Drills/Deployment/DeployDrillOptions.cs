namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>How a drill of deployments is held, and what it has to keep to.</summary>
/// <param name="Root">The checkout: its stack file is what is drilled.</param>
/// <param name="Folder">Of the drill itself; emptied before and after.</param>
/// <param name="RunsFolder">Where runs are recorded.</param>
/// <param name="Image">The image that everything starts from.</param>
public sealed record DeployDrillOptions(string Root, string Folder, string RunsFolder, string Image)
{
    /// <summary>At least so many requests are sent during each change of the environment.</summary>
    public int Requests { get; init; } = 10_000;

    /// <summary>Requests per second: what two processors serve while they deploy beside it.</summary>
    public int Rate { get; init; } = 60;

    public int Replicas { get; init; } = 2;

    /// <summary>How long a release may take to become healthy.</summary>
    public TimeSpan RolloutDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Within which a release that crashes has to be rejected.</summary>
    public TimeSpan RejectionLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How much longer than its deadline a release may take that never becomes healthy.</summary>
    public TimeSpan DeadlineTolerance { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the command of a rollback to the answer of the old release.</summary>
    public TimeSpan RollbackLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The same with limits that many times as long, for a machine that does other things meanwhile. The deadline of a rollout stays: it is the environment's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public DeployDrillOptions Tolerating(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return this with { RejectionLimit = RejectionLimit * times, DeadlineTolerance = DeadlineTolerance * times, RollbackLimit = RollbackLimit * times };
    }
}
