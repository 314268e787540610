namespace QualityGovernance.Deployment.Engine;

/// <summary>Which engine and which client answered, as they said it themselves.</summary>
/// <param name="Client">The docker binary in use: two can be on PATH.</param>
/// <param name="ClientVersion">Of that binary.</param>
/// <param name="ServerVersion">Of the engine.</param>
/// <param name="ApiVersion">The newest API that the engine speaks; clients of test libraries may ask for more.</param>
/// <param name="StorageDriver">For example overlay2.</param>
/// <param name="DataRoot">Where the engine keeps its images and volumes.</param>
/// <param name="OperatingSystem">The engine's own.</param>
/// <param name="Cpus">That the engine may use.</param>
/// <param name="MemoryBytes">That the engine may use.</param>
/// <param name="Endpoint">How the engine is reached.</param>
/// <param name="OtherClients">Docker binaries further down on PATH.</param>
public sealed record EngineFacts(
    string Client,
    string ClientVersion,
    string ServerVersion,
    string ApiVersion,
    string StorageDriver,
    string DataRoot,
    string OperatingSystem,
    int Cpus,
    long MemoryBytes,
    string Endpoint,
    IReadOnlyList<string> OtherClients)
{
    public ComposeFacts? Compose { get; init; }

    /// <summary>One line for the console.</summary>
    public override string ToString() =>
        $"Engine {ServerVersion} (API {ApiVersion}, {StorageDriver}) at {Endpoint}, client {ClientVersion} ({Client})" +
        (OtherClients.Count > 0 ? $", not used: {string.Join(", ", OtherClients)}" : "") +
        (Compose is { } compose ? $", {compose}" : ", no compose");
}

/// <summary>Which compose is there.</summary>
/// <param name="Kind">The plugin of the client, or the program of its own.</param>
/// <param name="Version">As it says itself.</param>
public sealed record ComposeFacts(ComposeKind Kind, string Version)
{
    public override string ToString() => Kind == ComposeKind.Plugin ? $"docker compose {Version}" : $"docker-compose {Version}";
}

public enum ComposeKind
{
    /// <summary><c>docker compose</c>, version 2 and newer.</summary>
    Plugin,

    /// <summary><c>docker-compose</c>: version 1.29, or version 2 installed under that name.</summary>
    Program,
}
