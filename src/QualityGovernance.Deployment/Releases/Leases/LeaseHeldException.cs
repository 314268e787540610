namespace QualityGovernance.Deployment.Releases.Leases;

/// <summary>Somebody has the environment.</summary>
public sealed class LeaseHeldException(Lease lease, bool ownerMayBeAlive) : DeploymentException(
    ownerMayBeAlive
        ? $"{lease.Environment} is taken by {lease}. Nothing was changed."
        : $"{lease.Environment} was left by {lease}; that process is gone, and nobody knows yet what it left. Nothing was changed.",
    ownerMayBeAlive ? "the same command with --wait" : $"./build.sh RecoverEnvironment --environment {lease.Environment}")
{
    public Lease Lease { get; } = lease;

    /// <summary>False: waiting for it is in vain.</summary>
    public bool OwnerMayBeAlive { get; } = ownerMayBeAlive;
}
