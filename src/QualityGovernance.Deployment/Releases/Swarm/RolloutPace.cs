namespace QualityGovernance.Deployment.Releases.Swarm;

/// <summary>How the replicas of a release are exchanged for those of another.</summary>
/// <param name="Parallelism">How many at a time; 0: all.</param>
/// <param name="Monitor">How long a new one is watched, after it became healthy, before it counts.</param>
public sealed record RolloutPace(int Parallelism, TimeSpan Monitor)
{
    /// <summary>For what never served here.</summary>
    public static readonly RolloutPace Careful = new(1, TimeSpan.FromSeconds(3));

    /// <summary>For what served here before, when people wait for it.</summary>
    public static readonly RolloutPace Quick = new(0, TimeSpan.FromMilliseconds(1));
}
