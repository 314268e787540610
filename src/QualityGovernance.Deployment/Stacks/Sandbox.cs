using System.Globalization;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>The sandbox as its environment file describes it.</summary>
/// <param name="Stack">The compose project.</param>
/// <param name="Settings">The environment file.</param>
/// <param name="Secrets">What the folder that it names holds.</param>
internal sealed record Sandbox(ComposeStack Stack, FileInfo Settings, StackSecrets Secrets)
{
    private const string OwnFile = ".env.sandbox";
    private const string Example = ".env.sandbox.example";
    private const string DefaultProject = "qgp-sandbox";

    public StackEnvironment Environment => Stack.Environment;

    /// <summary>With the user's own environment file where there is one, else with the example.</summary>
    public static Sandbox Open(ContainerEngine engine, ComposeFacts facts, string repository, SecretMask mask, TimeProvider time, SandboxBackups? backups = null)
    {
        var own = Path.Combine(repository, OwnFile);
        var file = new FileInfo(File.Exists(own) ? own : Path.Combine(repository, Example));
        var values = EnvironmentFile.Read(file.FullName);
        var environment = EnvironmentOf(values, file.Name, repository);
        if (backups is not null)
            environment = environment with { More = backups.Variables(environment.More) };
        var secrets = StackSecrets.Read(environment.SecretsFolder, environment.DatabaseUser, environment.DatabaseName, mask);
        var project = values.GetValueOrDefault("COMPOSE_PROJECT_NAME", DefaultProject);
        return new Sandbox(new ComposeStack(engine, facts, project, Path.Combine(repository, SandboxStack.ComposeFile), environment, time), file, secrets);
    }

    /// <summary>How to use it, for somebody who sees it for the first time.</summary>
    public IReadOnlyList<string> Guide() =>
    [
        $"The sandbox is ready: {Stack.Address} (reference of its operations: {Stack.Address}docs)",
        $"Create the first administrator: echo '<12 characters or more>' | {Typed("run", "--rm", "-T", StackServices.Migrate, "create-admin", "--email", "you@example.org", "--password-stdin")}",
        $"Log in: curl -s {Stack.Address}api/v1/auth/login -H 'Content-Type: application/json' -d '{{\"email\":\"you@example.org\",\"password\":\"...\"}}'",
        "Look at it: ./build.sh SandboxStatus, ./build.sh SandboxLogs. End it: ./build.sh SandboxDown (its data stays).",
    ];

    /// <summary>What a user types to reach this stack with compose itself.</summary>
    public string Typed(params string[] arguments) =>
        $"{(Stack.Compose.Facts.Kind == ComposeKind.Plugin ? "docker compose" : "docker-compose")} --env-file {Settings.Name} -p {Stack.Project} -f {SandboxStack.ComposeFile} {string.Join(' ', arguments)}";

    private static StackEnvironment EnvironmentOf(IReadOnlyDictionary<string, string> values, string file, string repository)
    {
        var known = new HashSet<string>
        {
            "QGP_IMAGE", "QGP_POSTGRES_IMAGE", "QGP_PORT", "QGP_SECRETS", "APP_ENV", "POSTGRES_USER", "POSTGRES_DB", "COMPOSE_PROJECT_NAME",
        };
        string Required(string name) => values.GetValueOrDefault(name) is { Length: > 0 } value
            ? value
            : throw new DeploymentException($"{file} does not set {name}. Take the line from {Example}.", $"diff {Example} {file}");
        var port = Required("QGP_PORT");
        return new StackEnvironment
        {
            Image = Required("QGP_IMAGE"),
            PostgresImage = Required("QGP_POSTGRES_IMAGE"),
            AppEnvironment = Required("APP_ENV"),
            SecretsFolder = Path.GetFullPath(Required("QGP_SECRETS"), repository),
            DatabaseUser = values.GetValueOrDefault("POSTGRES_USER", "qgp"),
            DatabaseName = values.GetValueOrDefault("POSTGRES_DB", "qgp"),
            Port = int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
                ? number
                : throw new DeploymentException($"{file} sets QGP_PORT to \"{port}\", which is not a port (1 to 65535)."),
            Purpose = Purposes.Sandbox,
            Run = Purposes.Sandbox,
            More = values.Where(pair => !known.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value),
        };
    }
}
