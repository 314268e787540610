namespace QualityGovernance.Deployment.Releases.Deploying;

internal enum RolloutEnd
{
    /// <summary>Every replica is the new one, and healthy.</summary>
    Completed,

    /// <summary>The new one did not become healthy, and the engine has brought the old one back.</summary>
    RolledBack,

    /// <summary>Neither was so within the deadline: nobody knows what runs.</summary>
    TimedOut,
}
