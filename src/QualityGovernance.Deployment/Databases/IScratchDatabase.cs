namespace QualityGovernance.Deployment.Databases;

/// <summary>An empty database on a server of its own, which is gone, whatever happens, when it is disposed of.</summary>
public interface IScratchDatabase : IAsyncDisposable
{
    /// <summary>What the server is: an image, or a version.</summary>
    string MadeOf { get; }

    /// <exception cref="DeploymentException">The dump could not be restored as a whole.</exception>
    Task RestoreAsync(Func<Stream, CancellationToken, Task> dump, CancellationToken cancellation);

    /// <exception cref="DeploymentException">The database refused the script.</exception>
    Task<IReadOnlyList<string[]>> QueryAsync(string script, CancellationToken cancellation);
}
