using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>
/// Everything that a stack can be told, once: the compose file makes one environment out of it for the migrations and the application alike.
/// </summary>
public sealed record StackEnvironment
{
    /// <summary>What both programs read, by name. The compose file sets exactly these.</summary>
    public static readonly IReadOnlyList<string> ProgramVariables =
    [
        "APP_ENV", "DATABASE_URL_FILE", "SECRET_KEY_FILE", "JWT_SECRET_KEY_FILE", "JWT_ALGORITHM", "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "JWT_REFRESH_TOKEN_EXPIRE_DAYS",
        "CORS_ORIGINS", "TRUSTED_PROXIES", "RATE_LIMIT_PER_MINUTE", "RISK_MATRIX", "LOG_LEVEL", "DATABASE_ECHO", "DEBUG", "APP_NAME", "PORT", "LISTEN_ADDRESS",
    ];

    /// <summary>Of the service and of its migrations: one for both.</summary>
    public required string Image { get; init; }

    public required string PostgresImage { get; init; }

    /// <summary>APP_ENV: development, testing, staging or production.</summary>
    public required string AppEnvironment { get; init; }

    /// <summary>Absolute path of the folder with the files of <see cref="StackSecrets"/>. No value of theirs is a variable.</summary>
    public required string SecretsFolder { get; init; }

    /// <summary>On 127.0.0.1.</summary>
    public required int Port { get; init; }

    /// <summary>One of <see cref="Purposes"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The run that it belongs to: what is removed later is chosen by it.</summary>
    public required string Run { get; init; }

    /// <summary>Who will remove it, so that an orphan can be told from a living run; "0" for a stack that outlives its maker.</summary>
    public string Owner { get; init; } = "0";

    public string DatabaseUser { get; init; } = "qgp";

    public string DatabaseName { get; init; } = "qgp";

    /// <summary>The engine's restart policy of database and application: "no" for a stack in which an end has to be seen.</summary>
    public string Restart { get; init; } = "unless-stopped";

    /// <summary>Further variables of the compose file, for example LOG_LEVEL.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Labels => new Dictionary<string, string>(Engine.Labels.For(Purpose, Run));

    /// <summary>The variables of the compose file with their values.</summary>
    public IReadOnlyDictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(More)
        {
            ["QGP_IMAGE"] = Image,
            ["QGP_POSTGRES_IMAGE"] = PostgresImage,
            ["QGP_PORT"] = $"{Port}",
            ["QGP_PURPOSE"] = Purpose,
            ["QGP_RUN"] = Run,
            ["QGP_OWNER_PID"] = Owner,
            ["QGP_RESTART"] = Restart,
            ["APP_ENV"] = AppEnvironment,
            ["QGP_SECRETS"] = SecretsFolder,
            ["POSTGRES_USER"] = DatabaseUser,
            ["POSTGRES_DB"] = DatabaseName,
        };
        return variables;
    }

    /// <summary>
    /// Where the environments and the secrets of two containers of the product differ, by name: a value may be a secret. Variables that the image itself sets are the same by nature.
    /// </summary>
    public static IReadOnlyList<string> Differences(ContainerFacts migrations, ContainerFacts application)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        ArgumentNullException.ThrowIfNull(application);
        return
        [
            .. Differences(ProgramVariables, migrations.Environment, application.Environment),
            .. Differences(StackSecrets.ProgramMounts, SecretsOf(migrations), SecretsOf(application)),
        ];
    }

    private static Dictionary<string, string> SecretsOf(ContainerFacts container) =>
        container.Mounts.Where(mount => mount.Key.StartsWith(StackSecrets.MountPoint, StringComparison.Ordinal)).ToDictionary(mount => mount.Key, mount => mount.Value);

    private static IEnumerable<string> Differences(IEnumerable<string> names, IReadOnlyDictionary<string, string> migrations, IReadOnlyDictionary<string, string> application) =>
        names.Union(migrations.Keys).Union(application.Keys).Order(StringComparer.Ordinal)
            .Select(name => Difference(name, migrations.GetValueOrDefault(name), application.GetValueOrDefault(name)))
            .OfType<string>();

    private static string? Difference(string name, string? migrations, string? application) => (migrations, application) switch
    {
        (null, null) => $"{name} reaches neither the migrations nor the application",
        (null, _) => $"{name} reaches the application and not the migrations",
        (_, null) => $"{name} reaches the migrations and not the application",
        _ when migrations != application => $"{name} has one value for the migrations and another for the application",
        _ => null,
    };
}
