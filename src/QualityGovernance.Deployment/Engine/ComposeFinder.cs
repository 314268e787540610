namespace QualityGovernance.Deployment.Engine;

/// <summary>Finds out which compose a machine has: the plugin of the client in use, else the program of its own.</summary>
public sealed class ComposeFinder(ICommandRunner runner, string dockerClient = "docker")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>Null when there is none.</returns>
    public async Task<ComposeFacts?> FindAsync(CancellationToken cancellation = default) =>
        await AskAsync(ComposeKind.Plugin, Command.Of(dockerClient, "compose", "version", "--short"), cancellation)
        ?? await AskAsync(ComposeKind.Program, Command.Of("docker-compose", "version", "--short"), cancellation);

    private async Task<ComposeFacts?> AskAsync(ComposeKind kind, Command question, CancellationToken cancellation)
    {
        var answer = await runner.TryAsync(question with { Timeout = Patience }, cancellation);
        var version = answer?.Output.Trim().TrimStart('v');

        // A client without the plugin may take "compose" for something else and still succeed.
        return version is { Length: > 0 } && char.IsAsciiDigit(version[0]) ? new ComposeFacts(kind, version) : null;
    }
}
