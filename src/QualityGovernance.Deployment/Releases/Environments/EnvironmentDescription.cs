namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>An environment as its file in <c>.nuke/environments</c> describes it. Nothing in it is a secret.</summary>
/// <param name="Name">staging or production.</param>
/// <param name="Stack">What everything of it is called on the engine.</param>
/// <param name="Host">Under which its users reach it.</param>
/// <param name="Port">That every machine publishes it on, at all its addresses.</param>
/// <param name="Replicas">Of the application.</param>
/// <param name="Settings">Of both programs of the product, beside the secrets and APP_ENV.</param>
/// <param name="SecretSources">For each secret of the product, the variable of the operator that holds it, or with _FILE behind its name the path of a file that does.</param>
/// <param name="Retain">How many releases are kept for the way back, beside the one that runs.</param>
/// <param name="RolloutDeadline">How long a release may take to become healthy.</param>
/// <param name="DrillMaxAge">How old the last good reset drill may be; null where none is asked for.</param>
public sealed record EnvironmentDescription(
    string Name,
    string Stack,
    string Host,
    int Port,
    int Replicas,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> SecretSources,
    int Retain,
    TimeSpan RolloutDeadline,
    TimeSpan? DrillMaxAge)
{
    public const string Staging = "staging";
    public const string Production = "production";

    /// <summary>The product's name of the secret with the database's address.</summary>
    public const string DatabaseUrl = "DATABASE_URL";

    /// <summary>The product's name for what environment it is in. It follows from <see cref="Name"/> and cannot be set.</summary>
    public const string AppEnvironment = "APP_ENV";

    /// <summary>The product's name for the address that it listens on: every one of its container, since the proxy asks from another. It cannot be set.</summary>
    public const string ListenAddress = "LISTEN_ADDRESS";

    /// <summary>The product's name for the port that it listens on, inside its container. It cannot be set: <see cref="Port"/> is what people see.</summary>
    public const string ListenPort = "PORT";

    /// <summary>The product's name for the proxies that it believes. It cannot be set: the stack has one of its own.</summary>
    public const string TrustedProxies = "TRUSTED_PROXIES";

    /// <summary>The proxy's certificates with their private key, in PEM. Without it the proxy speaks plain HTTP.</summary>
    public const string Certificate = "TLS_CERTIFICATE";

    /// <summary>The secret key of age that opens the scheduled backups, where they are encrypted.</summary>
    public const string BackupIdentity = "BACKUP_IDENTITY";

    /// <summary>Of the proxy and of the backup service; the application is not given them.</summary>
    internal static readonly IReadOnlyList<string> SecretsOfOthers = [Certificate, BackupIdentity];

    internal static readonly IReadOnlyList<string> SecretNames = [DatabaseUrl, "SECRET_KEY", "JWT_SECRET_KEY"];

    internal static readonly IReadOnlyList<string> Names = [Staging, Production];

    /// <summary>Null where nothing is backed up on a schedule.</summary>
    public EnvironmentBackups? Backups { get; init; }

    public bool IsProduction => Name == Production;

    /// <summary>Where it is reached from this machine.</summary>
    public Uri LocalAddress => new($"{(SecretSources.ContainsKey(Certificate) ? "https" : "http")}://127.0.0.1:{Port}");

    /// <summary>The file that describes an environment.</summary>
    public static string FileOf(string root, string name) => Path.Combine(root, ".nuke", "environments", name + ".json");
}
