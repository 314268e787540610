using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Vouching;

/// <summary>Whether somebody vouches for a release.</summary>
internal interface IReleaseTrust
{
    /// <summary>Before a release is brought into an environment, and before anything of it is executed.</summary>
    /// <param name="tag">The release.</param>
    /// <param name="environment">Where to: production asks for more.</param>
    /// <param name="context">Hears what was found.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The image that is vouched for; null where none has to be.</returns>
    /// <exception cref="DeploymentException">It was changed, or production may not have it. Says what is missing.</exception>
    Task<string?> RequireAsync(string tag, EnvironmentDescription environment, StepContext context, CancellationToken cancellation);

    /// <summary>Tells of a release that served before, and refuses nothing: the way back never waits for a signature.</summary>
    void Report(ReleaseImage release, StepContext context);
}
