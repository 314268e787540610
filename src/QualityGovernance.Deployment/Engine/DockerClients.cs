namespace QualityGovernance.Deployment.Engine;

/// <summary>Chooses among the docker programs of a machine: the first on PATH whose engine answers, which is what the user's own shell would find.</summary>
public sealed class DockerClients(ICommandRunner runner, IMachine machine)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>The engine behind the first client that gets an answer; else the first client, for the error that it gives.</returns>
    public async Task<ContainerEngine> FindAsync(CancellationToken cancellation = default)
    {
        var clients = machine.FindAll("docker");
        foreach (var client in clients)
        {
            var question = Command.Of(client, "version", "--format", "{{.Server.Version}}") with { Timeout = Patience };
            if (await runner.TryAsync(question, cancellation) is not null)
                return new ContainerEngine(runner, client);
        }

        return new ContainerEngine(runner, clients.Count > 0 ? clients[0] : "docker");
    }

    /// <summary>Who answers, which other clients are there, and which compose.</summary>
    /// <exception cref="EngineUnavailableException">No engine answers.</exception>
    public async Task<EngineFacts> FactsAsync(ContainerEngine engine, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var facts = await engine.FactsAsync([.. machine.FindAll("docker").Where(client => client != engine.Client)], cancellation);
        return facts with { Compose = await new ComposeFinder(runner, engine.Client).FindAsync(cancellation) };
    }
}
