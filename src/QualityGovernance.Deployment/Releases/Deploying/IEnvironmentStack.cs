using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>What runs an environment. Everything that it starts is started from a <see cref="ReleaseSpecification"/> as a whole.</summary>
internal interface IEnvironmentStack
{
    /// <summary>Ids of the images of the replicas that requests are handed to, one for each.</summary>
    Task<IReadOnlyList<string>> ServingAsync(CancellationToken cancellation);

    /// <summary>Ids of the images of all replicas that run now, also of those that only finish what they have begun; empty before the first deployment.</summary>
    Task<IReadOnlyList<string>> ReplicasAsync(CancellationToken cancellation);

    /// <summary>Runs one of the product's programs to its end, with the settings and the secrets of the application.</summary>
    Task<CommandResult> RunJobAsync(ReleaseSpecification release, ProductProgram program, IReadOnlyList<string> arguments, CancellationToken cancellation);

    /// <summary>Ends what programs of processes that are gone still do here: jobs, and the tools of databases.</summary>
    /// <returns>What was ended.</returns>
    Task<IReadOnlyList<string>> RemoveOrphansAsync(CancellationToken cancellation);

    /// <summary>Ends what programs of this process have left here, because their removal failed together with the step that had started them.</summary>
    /// <returns>What was ended.</returns>
    Task<IReadOnlyList<string>> RemoveOwnAsync(CancellationToken cancellation);

    /// <summary>Starts the release beside the one that runs and exchanges them replica by replica, as long as the new ones become healthy.</summary>
    Task<Rollout> RolloutAsync(ReleaseSpecification release, CancellationToken cancellation);

    /// <summary>Ends all replicas of the application; whoever asks is told that it is being maintained. A rollout starts it again.</summary>
    Task StopAsync(CancellationToken cancellation);

    /// <summary>Takes everything away that runs there. The database is not part of it.</summary>
    Task RemoveAsync(CancellationToken cancellation);

    /// <summary>A client of the environment's published address.</summary>
    HttpClient NewClient();
}
