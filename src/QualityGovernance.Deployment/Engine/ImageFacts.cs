namespace QualityGovernance.Deployment.Engine;

/// <summary>One image as the engine has it.</summary>
/// <param name="Id">Hash of its configuration: <c>sha256:...</c>.</param>
/// <param name="Tags">Its names.</param>
/// <param name="RepositoryDigests">What registries call it: <c>name@sha256:...</c>; none for an image that was never pushed or pulled.</param>
/// <param name="SizeBytes">Of all its layers.</param>
/// <param name="User">Who its program runs as.</param>
/// <param name="Labels">All of them.</param>
/// <param name="Environment">What its program finds set.</param>
/// <param name="Entrypoint">The program and its first arguments.</param>
/// <param name="HealthCheck">The command of its health check, without the leading CMD; empty where it has none.</param>
public sealed record ImageFacts(
    string Id,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> RepositoryDigests,
    long SizeBytes,
    string User,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<string> Entrypoint,
    IReadOnlyList<string> HealthCheck)
{
    /// <summary>When the engine made it.</summary>
    public DateTimeOffset Created { get; init; }
}
