using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>Where the images of releases come from, and where they are kept.</summary>
internal interface IReleaseSource
{
    /// <summary>The published release, with its image on the engine.</summary>
    /// <exception cref="DeploymentException">It was never published, or its image is not the one that was.</exception>
    Task<ReleaseImage> EnsureAsync(string tag, CancellationToken cancellation);

    /// <summary>Of the delivered files that it was published from; null where none were written down.</summary>
    /// <exception cref="DeploymentException">They are not those that were written down.</exception>
    ChecksumList? ChecksumsOf(string tag);

    /// <summary>Whether the engine has exactly this image.</summary>
    Task<bool> IsPresentAsync(string imageId, CancellationToken cancellation);

    /// <summary>Protects exactly these images of an environment from clean-up; those that it protected before and are not named are removed where nobody uses them.</summary>
    /// <returns>A sentence for each of the latter.</returns>
    Task<IReadOnlyList<string>> KeepAsync(string environment, IReadOnlyList<ReleaseImage> releases, CancellationToken cancellation);
}
