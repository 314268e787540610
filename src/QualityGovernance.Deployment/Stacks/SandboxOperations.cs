using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Databases.Scheduling;
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
    private const string BackupTag = "quality-governance-backup:sandbox";

    /// <summary>Builds the image from the checkout as it stands, unchanged layers from the cache, and starts the stack from it.</summary>
    /// <param name="backups">The scheduled backups to start with it; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task UpAsync(ScheduledBackupsRequest? backups = null, CancellationToken cancellation = default)
    {
        backups?.Refuse(machine);

        // A run that was killed leaves folders with secrets in them, and this is the command that brings back what it had at hand.
        ClosedFolder.RemoveOrphans();
        var engine = await new DockerClients(runner, machine).FindAsync(cancellation);
        var sandbox = await OpenAsync(engine, backups: null, cancellation);
        var bases = await new BaseImages(engine, machine, repository, Say, Detail).EnsureAsync(cancellation: cancellation);
        var source = await SourceState.ReadAsync(runner, repository, cancellation);
        var before = new[] { await engine.ImageAsync(sandbox.ImageName, cancellation), backups is null ? null : await engine.ImageAsync(BackupTag, cancellation) };
        var image = await new ImageBuilder(engine).BuildAsync(
            new ImageBuildRequest(repository, sandbox.ImageName, bases, source.Version, source.Mark, $"sandbox-{time.GetUtcNow():yyyyMMddHHmmss}") { Cached = true },
            Detail,
            cancellation);
        Say($"{image.Tag} is {image.Id} ({image.Size}, {bases.Kind} bases).");
        if (backups is not null)
            sandbox = await OpenAsync(engine, await BackupsAsync(engine, backups, bases, cancellation), cancellation);
        await sandbox.UpAsync(image.Tag, bases, cancellation);

        // Only now does no container of the sandbox use them any more.
        foreach (var left in before)
            await new NamelessImages(engine, time).RemoveLeftAsync(left?.Id, cancellation);
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
        await OpenAsync(await new DockerClients(runner, machine).FindAsync(cancellation), backups: null, cancellation);

    private async Task<SandboxBackups> BackupsAsync(ContainerEngine engine, ScheduledBackupsRequest request, BaseImageSet bases, CancellationToken cancellation)
    {
        var image = await new BackupImage(engine, machine, repository, Detail).BuildAsync(BackupTag, bases, cancellation);
        Say($"{image.Tag} is {image.Id} ({image.Size}), the service that backs the sandbox up.");
        return new SandboxBackups(image.Tag, request.Folder, await BackupFolder.ReadyAsync(runner, machine, request.Folder, cancellation), request.Interval);
    }

    private async Task<SandboxStack> OpenAsync(ContainerEngine engine, SandboxBackups? backups, CancellationToken cancellation)
    {
        var facts = await new DockerClients(runner, machine).FactsAsync(engine, cancellation);
        Detail(facts.ToString());
        var compose = facts.Compose ?? throw new DeploymentException("The engine answers, and neither docker compose nor docker-compose is there.", "./build.sh Provision");
        return new SandboxStack(engine, compose, repository, mask, time, Say) { Backups = backups };
    }

    private void Say(string line) => console.Line(RunLevel.Normal, line);

    private void Detail(string line) => console.Line(RunLevel.Detail, line);
}
