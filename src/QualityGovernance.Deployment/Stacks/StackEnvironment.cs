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
        "APP_ENV", "DATABASE_URL", "SECRET_KEY", "JWT_SECRET_KEY", "JWT_ALGORITHM", "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "JWT_REFRESH_TOKEN_EXPIRE_DAYS",
        "CORS_ORIGINS", "LOG_LEVEL", "DATABASE_ECHO", "DEBUG", "APP_NAME", "PORT",
    ];

    /// <summary>Those of the compose file's variables that hold a secret.</summary>
    public static readonly IReadOnlyList<string> SecretVariables = ["SECRET_KEY", "JWT_SECRET_KEY", "POSTGRES_PASSWORD"];

    /// <summary>Of the service and of its migrations: one for both.</summary>
    public required string Image { get; init; }

    public required string PostgresImage { get; init; }

    /// <summary>APP_ENV: development, testing, staging or production.</summary>
    public required string AppEnvironment { get; init; }

    public required string SecretKey { get; init; }

    public required string JwtSecretKey { get; init; }

    /// <summary>Letters and digits only: it becomes part of an address.</summary>
    public required string DatabasePassword { get; init; }

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
        Refuse("POSTGRES_PASSWORD", DatabasePassword);
        Refuse("POSTGRES_USER", DatabaseUser);
        Refuse("POSTGRES_DB", DatabaseName);
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
            ["SECRET_KEY"] = SecretKey,
            ["JWT_SECRET_KEY"] = JwtSecretKey,
            ["POSTGRES_USER"] = DatabaseUser,
            ["POSTGRES_PASSWORD"] = DatabasePassword,
            ["POSTGRES_DB"] = DatabaseName,
        };
        return variables;
    }

    /// <summary>
    /// Where the environments of two containers of the product differ, by name: a value may be a secret. Variables that the image itself sets are the same by nature.
    /// </summary>
    public static IReadOnlyList<string> Differences(ContainerFacts migrations, ContainerFacts application)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        ArgumentNullException.ThrowIfNull(application);
        return
        [
            .. ProgramVariables.Union(migrations.Environment.Keys).Union(application.Environment.Keys).Order(StringComparer.Ordinal)
                .Select(name => Difference(name, migrations.Environment.GetValueOrDefault(name), application.Environment.GetValueOrDefault(name)))
                .OfType<string>(),
        ];
    }

    private static string? Difference(string name, string? migrations, string? application) => (migrations, application) switch
    {
        (null, null) => $"{name} reaches neither the migrations nor the application",
        (null, _) => $"{name} reaches the application and not the migrations",
        (_, null) => $"{name} reaches the migrations and not the application",
        _ when migrations != application => $"{name} has one value for the migrations and another for the application",
        _ => null,
    };

    private static void Refuse(string name, string value)
    {
        if (value.Length == 0 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw new DeploymentException($"{name} becomes part of the database's address; it has to consist of letters, digits, _ and -.");
    }
}
