using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>A database with the application that it serves, wherever both run.</summary>
internal interface IServedDatabase
{
    DatabaseAddress Address { get; }

    DatabaseTools Tools { get; }

    /// <summary>What an operator types to have the server carry something out. No password is in it.</summary>
    string Typed(string sql);

    /// <summary>The last migration that the release knows which serves here.</summary>
    Task<string> HeadAsync(CancellationToken cancellation);

    /// <summary>From here on nothing writes into the database.</summary>
    Task StopApplicationAsync(CancellationToken cancellation);

    /// <summary>Brings the schema to the head of the release.</summary>
    Task MigrateAsync(StepContext context, CancellationToken cancellation);

    /// <summary>Returns when the application says that it can be used, with what it said.</summary>
    Task<string> StartApplicationAsync(CancellationToken cancellation);
}
