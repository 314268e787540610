using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Releases.Vouching;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>Everything that the procedures on an environment work with.</summary>
/// <param name="Environment">As it is described.</param>
/// <param name="Secrets">Its values.</param>
/// <param name="State">Its folder.</param>
/// <param name="Others">The other descriptions, which it may share nothing with.</param>
/// <param name="Stack">Runs it.</param>
/// <param name="Releases">Has the images.</param>
/// <param name="Trust">Whether somebody vouches for them.</param>
/// <param name="Database">Its database.</param>
/// <param name="DrillHistory">The file that drills write their results into.</param>
/// <param name="RunsFolder">Where runs are recorded.</param>
/// <param name="Time">The clock.</param>
internal sealed record DeploymentParts(
    EnvironmentDescription Environment,
    EnvironmentSecrets Secrets,
    EnvironmentState State,
    IReadOnlyList<EnvironmentDescription> Others,
    IEnvironmentStack Stack,
    IReleaseSource Releases,
    IReleaseTrust Trust,
    IEnvironmentDatabase Database,
    string DrillHistory,
    string RunsFolder,
    TimeProvider Time)
{
    public LeaseBook Book { get; } = new(State, Time);

    public ReleaseHistory History { get; } = new(State);

    public ReleaseSpecification Specification(ReleaseImage release) => ReleaseSpecification.Of(Environment, Secrets, release);
}
