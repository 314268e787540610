namespace QualityGovernance.Deployment.Engine;

/// <summary>One compose project: its file, its name, its variables. The same call for both generations of compose.</summary>
/// <param name="runner">Runs the program.</param>
/// <param name="facts">Which compose is there.</param>
/// <param name="project">The project, which names and labels everything it makes.</param>
/// <param name="file">The compose file.</param>
/// <param name="variables">Every variable of the file. They are handed over in the environment, where they win over what the caller's shell has set.</param>
/// <param name="dockerClient">For the plugin.</param>
public sealed class Compose(
    ICommandRunner runner, ComposeFacts facts, string project, string file, IReadOnlyDictionary<string, string> variables, string dockerClient = "docker")
{
    public string Project => project;

    public ComposeFacts Facts => facts;

    /// <exception cref="CommandFailedException">It ended with an exit code other than 0.</exception>
    public Task<CommandResult> CheckedAsync(IReadOnlyList<string> arguments, TimeSpan timeout, Action<string>? onLine = null, CancellationToken cancellation = default) =>
        runner.CheckedAsync(Call(arguments, timeout), onLine, cancellation);

    /// <summary>The caller judges the exit code.</summary>
    public Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, TimeSpan timeout, Action<string>? onLine = null, CancellationToken cancellation = default) =>
        runner.RunAsync(Call(arguments, timeout), onLine, cancellation);

    /// <summary>The command that a user would type for the same project, without its variables.</summary>
    public string Typed(params string[] arguments) => Call(arguments, TimeSpan.Zero).ToString();

    private Command Call(IReadOnlyList<string> arguments, TimeSpan timeout)
    {
        string[] common = ["--project-name", project, "--file", file, .. arguments];
        var command = facts.Kind == ComposeKind.Plugin
            ? new Command(dockerClient, ["compose", .. common])
            : new Command("docker-compose", common);
        return command with
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(file)),
            Environment = Environment(),
            Timeout = timeout,
        };
    }

    private Dictionary<string, string?> Environment()
    {
        var environment = variables.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);

        // These would quietly change which project or file is meant.
        environment["COMPOSE_PROJECT_NAME"] = project;
        environment["COMPOSE_FILE"] = null;
        environment["COMPOSE_PROFILES"] = null;
        environment["COMPOSE_IGNORE_ORPHANS"] = "true";
        return environment;
    }
}
