using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Releases.Swarm;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks.Swarm;

namespace QualityGovernance.Deployment.Releases;

/// <summary>What the targets of environments do.</summary>
/// <param name="options">Where everything is.</param>
/// <param name="machine">Has the docker programs and the operator's variables.</param>
/// <param name="mask">Gets the secrets of the environment.</param>
/// <param name="time">The clock.</param>
/// <param name="console">Hears what happens.</param>
public sealed class EnvironmentOperations(EnvironmentOptions options, IMachine machine, SecretMask mask, TimeProvider time, IRunConsole console)
{
    /// <summary>Makes this engine the first machine of a Swarm.</summary>
    public async Task SwarmInitAsync(ICommandRunner runner, string address, CancellationToken cancellation = default)
    {
        var engine = await new DockerClients(runner, machine).FindAsync(cancellation);
        Say(await new SwarmMembership(engine).InitAsync(address, cancellation)
            ? $"This engine is the first machine of a Swarm, as {address}. Others join with what \"docker swarm join-token worker\" prints."
            : "This engine is in a Swarm already; nothing was changed.");
        Say("Next: ./build.sh Deploy --environment staging --tag v1.0.0 --dry-run");
    }

    /// <summary>Brings a release into an environment.</summary>
    public async Task<ProcedureResult> DeployAsync(ProcedureSession session, string environment, DeploymentRequest request, int? retain, CancellationToken cancellation = default) =>
        await DeployProcedure.RunAsync(session, await OpenAsync(session, environment, RolloutPace.Careful, cancellation), request, retain, cancellation);

    /// <summary>Brings back the release that served before.</summary>
    public async Task<ProcedureResult> RollbackApplicationAsync(ProcedureSession session, string environment, DeploymentRequest request, CancellationToken cancellation = default) =>
        await RollbackProcedure.RunAsync(session, await OpenAsync(session, environment, RolloutPace.Quick, cancellation), request, cancellation);

    /// <summary>Takes the migrations of the newer release back, and brings back the release before.</summary>
    public async Task<ProcedureResult> RollbackMigrationAsync(ProcedureSession session, string environment, DeploymentRequest request, CancellationToken cancellation = default) =>
        await RollbackMigrationProcedure.RunAsync(session, await OpenAsync(session, environment, RolloutPace.Quick, cancellation), request, cancellation);

    /// <summary>Brings an environment that an interrupted run left to a state that is known.</summary>
    public async Task<ProcedureResult> RecoverAsync(ProcedureSession session, string environment, DeploymentRequest request, CancellationToken cancellation = default) =>
        await RecoverProcedure.RunAsync(session, await OpenAsync(session, environment, RolloutPace.Quick, cancellation), request, cancellation);

    /// <summary>Takes a backup of an environment's database, restores it elsewhere and compares.</summary>
    public async Task BackupAsync(ICommandRunner runner, string environment, string reason, CancellationToken cancellation = default)
    {
        var engine = await new DockerClients(runner, machine).FindAsync(cancellation);
        var parts = await ComposeAsync(engine, environment, RolloutPace.Quick, cancellation);
        var backup = await parts.Database.BackUpAsync(reason, cancellation);
        Say($"{backup.Path}");
        Say($"{backup.Manifest.Rows} rows at {backup.Manifest.Revision}; restored elsewhere and equal.");
        if (backup.Manifest.Anchor is { } anchor)
            Say(anchor);
    }

    /// <summary>Brings an environment's database back from a backup. Meanwhile its users are told that it is being maintained.</summary>
    public async Task<ProcedureResult> RestoreAsync(ProcedureSession session, string environment, string backup, string confirmedTarget, DeploymentRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(request);
        var engine = await new DockerClients(session.Runner, machine).FindAsync(cancellation);
        var parts = await ComposeAsync(engine, environment, RolloutPace.Quick, cancellation);
        Crossing.Refuse(parts.Environment, parts.Secrets, parts.State, parts.Others);
        var release = parts.History.Last?.Release ?? throw new DeploymentException($"No release was ever seen to serve in {environment}: there is none to start after a restore.", $"./build.sh Deploy --environment {environment} --tag v1.0.0");
        var served = new EnvironmentServed(parts, await ToolsAsync(engine, cancellation), release);
        var file = BackupStore.Open(Path.GetFullPath(backup, options.Root));
        var cipher = BackupCipher.Of(session.Runner, machine);
        return await RestoreProcedure.RunAsync(session, served, file, confirmedTarget, cipher, time, request.DryRun, cancellation, (parts, request));
    }

    internal async Task<DeploymentParts> OpenAsync(ProcedureSession session, string name, RolloutPace pace, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await ComposeAsync(await new DockerClients(session.Runner, machine).FindAsync(cancellation), name, pace, cancellation);
    }

    /// <summary>Everything that the procedures on an environment need.</summary>
    /// <param name="engine">A manager of the Swarm; the commands of its runner are what is recorded.</param>
    /// <param name="environment">Which.</param>
    /// <param name="others">That it may share nothing with.</param>
    /// <param name="releases">Where its images come from.</param>
    /// <param name="trust">Whether somebody vouches for them.</param>
    /// <param name="pace">How replicas are exchanged.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<DeploymentParts> ComposeAsync(
        ContainerEngine engine, EnvironmentDescription environment, IReadOnlyList<EnvironmentDescription> others, IReleaseSource releases, IReleaseTrust trust, RolloutPace pace, CancellationToken cancellation)
    {
        var secrets = EnvironmentSecrets.Read(environment, machine, mask);
        await new SwarmMembership(engine).RequireManagerAsync(cancellation);
        var cipher = BackupCipher.Of(engine.Runner, machine);
        var tools = await ToolsAsync(engine, cancellation);
        var backups = environment.Backups is { } described ? new BackupOverlay(engine, machine, options.Root, environment.Stack, described, Say, Detail) : null;
        var files = new StackFiles(engine, options.Root, await new ProxyImage(engine, machine, Say, Detail).EnsureAsync(cancellation), backups);
        return new DeploymentParts(
            environment,
            secrets,
            new EnvironmentState(options.State, environment.Name),
            others,
            new SwarmStack(engine, files, environment, pace, time, () => EnvironmentClient.New(environment, secrets)),
            releases,
            trust,
            new EnvironmentDatabase(tools, secrets.Database, new BackupTaking(tools, new BackupStore(Path.Combine(options.Backups, environment.Name)), cipher, time), new BackupVerifying(engine, tools.Image, cipher, time), new DatabaseRestoring(tools, cipher, time)),
            options.DrillHistory,
            options.RunsFolder,
            time);
    }

    private async Task<DeploymentParts> ComposeAsync(ContainerEngine engine, string name, RolloutPace pace, CancellationToken cancellation)
    {
        var environment = DescriptionReader.Read(options.Root, name);
        var store = new ReleaseStore(options.Releases);
        return await ComposeAsync(engine, environment, Crossing.Others(options.Root, name), new ReleaseImages(engine, store), new ReleaseTrust(options.Root, store, options.Evidence, engine.Runner), pace, cancellation);
    }

    /// <summary>From the default network of containers an environment's database is reached by its address.</summary>
    private async Task<DatabaseTools> ToolsAsync(ContainerEngine engine, CancellationToken cancellation)
    {
        var bases = new BaseImages(engine, machine, options.Root, Say, Detail);
        return new DatabaseTools(engine, (await bases.PresentAsync(cancellation) ?? await bases.EnsureAsync(cancellation: cancellation)).Postgres, "bridge");
    }

    private void Say(string line) => console.Line(RunLevel.Normal, line);

    private void Detail(string line) => console.Line(RunLevel.Detail, line);
}
