using QualityGovernance.Deployment.Drills;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Databases.Scheduling;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.EndToEnd.Tests.Runbook;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A sandbox of its own, in a checkout of its own, that can be destroyed without taking anybody's.</summary>
internal sealed class DrilledSandbox : IAsyncDisposable
{
    private readonly BrokenCheckout checkout;
    private readonly SecretMask mask = new();
    private readonly ProcessRunner runner;
    private readonly string realImage;
    private readonly string name = $"qgp-drill-{Guid.CreateVersion7():N}";

    public DrilledSandbox(string realImage)
    {
        this.realImage = realImage;
        checkout = new BrokenCheckout(realImage);
        runner = new ProcessRunner(mask);
        var secrets = Directory.CreateDirectory(Path.Combine(checkout.Root, ".nuke", "sandbox-secrets"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, ".nuke", "sandbox-secrets")))
            File.Copy(file, Path.Combine(secrets.FullName, Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(checkout.Root, ".nuke", "proxy"));
        File.Copy(Path.Combine(Checkout.Root, MaintenancePage.Configuration), Path.Combine(checkout.Root, MaintenancePage.Configuration));
        File.WriteAllText(Path.Combine(checkout.Root, ".nuke", "parameters.json"), """{ "DrillRecoveryTime": 600, "DrillRecoveryPoint": 600 }""");
        EmptySolution.WriteTo(checkout.Root);
        Port = FreePort.Find();
        File.WriteAllText(
            Path.Combine(checkout.Root, ".env.sandbox"),
            File.ReadAllText(Path.Combine(Checkout.Root, ".env.sandbox.example"))
                .Replace("COMPOSE_PROJECT_NAME=qgp-sandbox", $"COMPOSE_PROJECT_NAME={name}")
                .Replace("QGP_IMAGE=quality-governance:sandbox", $"QGP_IMAGE=quality-governance:{name}")
                .Replace("QGP_POSTGRES_IMAGE=quality-governance-postgres:sandbox", $"QGP_POSTGRES_IMAGE=quality-governance-postgres:{name}")
                .Replace("QGP_PORT=8000", $"QGP_PORT={Port}"));
    }

    public int Port { get; }

    public RecordingConsole Console { get; } = new();

    public DrillHistory History => new(Path.Combine(checkout.Root, "artifacts", "drills", "history.jsonl"));

    /// <summary>Backups that the scheduled service has made.</summary>
    public BackupStore Backups => new(Path.Combine(BackupsFolder, Purposes.Sandbox));

    public RecoveryOperations Recovery => new(runner, new Machine(), checkout.Root, BackupsFolder, mask, TimeProvider.System, Console);

    public const string BackupImage = "quality-governance-backup:sandbox";

    private string Aside => $"qgp-end-to-end-aside:{name}";

    private string BackupsFolder => Path.Combine(checkout.Root, "artifacts", "backups");

    private string RunsFolder => Path.Combine(checkout.Root, "artifacts", "runs");

    private IReadOnlyDictionary<string, string> OfTheBackups => new Dictionary<string, string>(OfTheProject) { [Labels.ComposeService] = StackServices.Backup };

    /// <summary>For a test that types what the runbook says.</summary>
    public TypedCommands Typing(Type test) => new(test, checkout.Root, new Dictionary<string, string>());

    /// <summary>Of a run that was typed.</summary>
    public RunRecord LastRun() => RunVerifier.Read(new RunHistory(RunsFolder).Runs[^1]);

    /// <summary>The same, where the service that backs it up can be built. The name of its image is that of any sandbox: it is set aside, and given back afterwards.</summary>
    public async Task<TypedCommands> WithBackupsAsync(ContainerEngine engine)
    {
        BackupSources.CopyTo(checkout.Root);
        if (await engine.ImageAsync(BackupImage) is { } before)
            await engine.TagAsync(before.Id, Aside);
        return Typing(typeof(ScheduledBackupTests));
    }

    /// <summary>What the service answers to whoever asks for its health.</summary>
    public async Task<CommandResult> HealthAsync(ContainerEngine engine) =>
        await engine.ExecAsync((await engine.ContainersAsync(OfTheBackups)).ShouldHaveSingleItem().Id, ["/usr/share/dotnet/dotnet", "/app/QualityGovernance.Backup.dll", "healthcheck"]);

    /// <summary>The program of the service once, with another password than the database has.</summary>
    public async Task<CommandResult> BackUpWithPasswordAsync(ContainerEngine engine, string password)
    {
        var secret = Path.Combine(checkout.Root, "wrong_url");
        await File.WriteAllTextAsync(secret, $"postgresql://qgp:{password}@postgres:5432/qgp");
        var network = (await engine.NetworksAsync(new Dictionary<string, string>(OfTheProject) { [Labels.ComposeNetwork] = "database" })).ShouldHaveSingleItem();
        return await engine.RunContainerAsync(new ContainerRun(BackupImage, Labels.For(Purposes.Test))
        {
            Command = ["once"],
            Network = network,
            Environment = new Dictionary<string, string> { ["DATABASE_URL_FILE"] = "/run/secrets/database_url" },
            Options = ["--volume", $"{secret}:/run/secrets/database_url:ro", "--tmpfs", "/scratch", "--tmpfs", "/backups", "--tmpfs", "/var/lib/postgresql/data"],
        });
    }

    /// <summary>A backup, the newest where null, takes the place of what is served.</summary>
    public async Task<ProcedureResult> RestoreAsync(string? backup = null)
    {
        using var session = new ProcedureSession(new ProcedureOptions("RestoreDatabase", checkout.Root, RunsFolder), Console, runner, mask, TimeProvider.System);
        return await Recovery.RestoreAsync(session, backup, "qgp", dryRun: false);
    }

    public async Task DownWithVolumesAsync() => await (await StackAsync(backups: null)).DownAsync(volumes: true, confirm: true);

    private async Task<SandboxStack> StackAsync(SandboxBackups? backups)
    {
        var clients = new DockerClients(runner, new Machine());
        var engine = await clients.FindAsync();
        var compose = (await clients.FactsAsync(engine)).Compose!;
        return new SandboxStack(engine, compose, checkout.Root, mask, TimeProvider.System, line => Console.Line(RunLevel.Normal, line)) { Backups = backups };
    }

    public async Task<ProcedureResult> DrillAsync(IMachine? machine = null, TimeSpan? recoveryTime = null)
    {
        var options = new DrillOptions(checkout.Root, BackupsFolder)
        {
            RecoveryTime = recoveryTime ?? TimeSpan.FromMinutes(10),
            RecoveryPoint = TimeSpan.FromMinutes(10),
            Markers = 5,
        };
        using var session = new ProcedureSession(new ProcedureOptions("ResetDrill", checkout.Root, RunsFolder), Console, runner, mask, TimeProvider.System);
        var drill = new ResetDrill(options, machine ?? new Machine(), mask, TimeProvider.System, Console, History);
        return await drill.RunAsync(session, new DrillConfirmation(isGiven: true, isTerminal: false, TextReader.Null, TextWriter.Null));
    }

    public SandboxOperations Operations => new(runner, new Machine(), checkout.Root, mask, TimeProvider.System, Console);

    public async Task<IReadOnlyList<string[]>> SqlAsync(string sql)
    {
        var (engine, sandbox) = await OpenAsync();
        var database = await SandboxDatabase.OpenAsync(engine, sandbox, new ProxyImage(engine, new Machine(), _ => { }), TimeProvider.System, CancellationToken.None);
        return await database.Tools.QueryAsync(database.Address, sql);
    }

    /// <summary>As a restore that is killed leaves it: the application has ended, and the page is on its port.</summary>
    public async Task LeaveAsAKilledRestoreDoesAsync()
    {
        var (engine, sandbox) = await OpenAsync();
        await (await SandboxDatabase.OpenAsync(engine, sandbox, new ProxyImage(engine, new Machine(), _ => { }), TimeProvider.System, CancellationToken.None)).StopApplicationAsync(CancellationToken.None);
    }

    /// <summary>What of it is on the engine: containers with the page among them, and volumes.</summary>
    public async Task<(int Containers, int Volumes)> LeftAsync()
    {
        var engine = await new DockerClients(runner, new Machine()).FindAsync();
        var containers = await engine.ContainersAsync(OfTheProject);
        return (containers.Count + (await engine.ContainersAsync(Labels.For(Purposes.Maintenance, name))).Count, (await engine.VolumesAsync(OfTheProject)).Count);
    }

    public async ValueTask DisposeAsync()
    {
        var engine = await new DockerClients(runner, new Machine()).FindAsync();
        await engine.RemoveAllAsync(Labels.For(Purposes.Maintenance, name), volumes: false);
        foreach (var container in await engine.ContainersAsync(OfTheProject))
            await engine.RemoveContainerAsync(container.Id);
        foreach (var network in await engine.NetworksAsync(OfTheProject))
            await engine.RemoveNetworkAsync(network);
        foreach (var volume in await engine.VolumesAsync(OfTheProject))
            await engine.RemoveVolumeAsync(volume);
        await engine.RemoveImageAsync($"quality-governance:{name}");
        await engine.RemoveImageAsync($"quality-governance-postgres:{name}");
        if (File.Exists(Path.Combine(checkout.Root, "Directory.Packages.props")))
            await GiveBackAsync(engine);
        checkout.Dispose();
    }

    private async Task GiveBackAsync(ContainerEngine engine)
    {
        var left = await engine.ImageAsync(BackupImage);
        if (await engine.ImageAsync(Aside) is { } before)
            await engine.TagAsync(before.Id, BackupImage);
        else
            await engine.RemoveImageAsync(BackupImage);
        await engine.RemoveImageAsync(Aside);
        await new NamelessImages(engine, TimeProvider.System).RemoveLeftAsync(left?.Id, CancellationToken.None);
    }

    private async Task<(ContainerEngine Engine, Sandbox Sandbox)> OpenAsync()
    {
        var clients = new DockerClients(runner, new Machine());
        var engine = await clients.FindAsync();
        return (engine, Sandbox.Open(engine, (await clients.FactsAsync(engine)).Compose!, checkout.Root, mask, TimeProvider.System));
    }

    private Dictionary<string, string> OfTheProject => new() { [Labels.ComposeProject] = name, [Labels.Project] = Labels.ProjectName };
}
