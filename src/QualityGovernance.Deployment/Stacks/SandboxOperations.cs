using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>What the sandbox targets do, on whatever engine this machine has.</summary>
/// <param name="runner">Runs programs; it has to mask with <paramref name="mask"/>.</param>
/// <param name="machine">Where the docker programs are looked for.</param>
/// <param name="repository">The checkout.</param>
/// <param name="mask">Gets the secrets of the environment file.</param>
/// <param name="time">For deadlines and the build id.</param>
/// <param name="console">Hears what happens.</param>
public sealed class SandboxOperations(ICommandRunner runner, IMachine machine, string repository, SecretMask mask, TimeProvider time, IRunConsole console)
{
    /// <summary>Builds the image from the checkout as it stands, unchanged layers from the cache, and starts the stack from it.</summary>
    public async Task UpAsync(CancellationToken cancellation = default)
    {
        var engine = await new DockerClients(runner, machine).FindAsync(cancellation);
        var sandbox = await OpenAsync(engine, cancellation);
        var bases = await new BaseImages(engine, machine, repository, Say, Detail).EnsureAsync(cancellation: cancellation);
        var source = await SourceState.ReadAsync(runner, repository, cancellation);
        var image = await new ImageBuilder(engine).BuildAsync(
            new ImageBuildRequest(repository, sandbox.ImageName, bases, source.Version, source.Mark, $"sandbox-{time.GetUtcNow():yyyyMMddHHmmss}") { Cached = true },
            Detail,
            cancellation);
        Say($"{image.Tag} is {image.Id} ({image.Size}, {bases.Kind} bases).");
        await sandbox.UpAsync(image.Tag, bases, cancellation);
    }

    public async Task DownAsync(bool volumes, bool confirm, CancellationToken cancellation = default) =>
        await (await OpenAsync(cancellation)).DownAsync(volumes, confirm, cancellation);

    public async Task TellStatusAsync(CancellationToken cancellation = default)
    {
        foreach (var line in await (await OpenAsync(cancellation)).StatusAsync(cancellation)) Say(line);
    }

    /// <param name="service">One of the stack's services; null for all.</param>
    /// <param name="tail">How many of the last lines.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task TellLogsAsync(string? service, int tail, CancellationToken cancellation = default) =>
        await (await OpenAsync(cancellation)).LogsAsync(service, tail, Say, cancellation);

    private async Task<SandboxStack> OpenAsync(CancellationToken cancellation) =>
        await OpenAsync(await new DockerClients(runner, machine).FindAsync(cancellation), cancellation);

    private async Task<SandboxStack> OpenAsync(ContainerEngine engine, CancellationToken cancellation)
    {
        var facts = await new DockerClients(runner, machine).FactsAsync(engine, cancellation);
        Detail(facts.ToString());
        var compose = facts.Compose ?? throw new DeploymentException("The engine answers, and neither docker compose nor docker-compose is there.", "./build.sh Provision");
        return new SandboxStack(engine, compose, repository, mask, time, Say);
    }

    private void Say(string line) => console.Line(RunLevel.Normal, line);

    private void Detail(string line) => console.Line(RunLevel.Detail, line);
}
