namespace QualityGovernance.Deployment.Databases;

/// <summary>Starts PostgreSQL servers for one use, which nobody else can reach.</summary>
public interface IScratchServers
{
    /// <exception cref="DeploymentException">It did not start; says what it said.</exception>
    Task<IScratchDatabase> StartAsync(CancellationToken cancellation);
}
