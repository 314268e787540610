using System.Security.Cryptography;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Drills.Deployment;
using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Swarm;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>An environment that exists for a drill of faults, with a database, two releases and a backup of its own. The second release has one migration more.</summary>
internal sealed class EnvironmentGround : IFaultGround
{
    private const string Older = "v1.0.0";
    private const string Newer = "v1.1.0";
    private const string Namespace = "com.docker.stack.namespace";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Longer than a replica may take to end.</summary>
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(90);

    private readonly ContainerEngine engine;
    private readonly FaultMatrixOptions options;
    private readonly SecretMask mask;
    private readonly TimeProvider time;
    private readonly IRunConsole console;
    private readonly FaultLauncher launcher;
    private readonly IMachine machine;
    private readonly DrillServer server;
    private readonly GroundReleases releases;
    private readonly GroundDatabase database;
    private readonly string root;
    private readonly string stack;
    private readonly int port = FreePort.Find();
    private string backup = "";

    private EnvironmentGround(ContainerEngine engine, string gateway, string postgres, FaultMatrixOptions options, FaultLauncher launcher, IMachine machine, SecretMask mask, TimeProvider time, IRunConsole console, string stack)
    {
        this.engine = engine;
        this.options = options;
        this.mask = mask;
        this.time = time;
        this.console = new QuietConsole(console);
        this.stack = stack;
        root = Path.Combine(options.Folder, "environment");
        server = new DrillServer(engine, gateway, mask);
        Variables = new Dictionary<string, string>
        {
            ["QGP_DRILL_DATABASE_URL"] = server.Url,
            ["QGP_DRILL_SECRET_KEY"] = RandomNumberGenerator.GetHexString(64),
            ["QGP_DRILL_JWT_SECRET_KEY"] = RandomNumberGenerator.GetHexString(64),
        };
        this.machine = new OverlaidMachine(machine, Variables);
        this.launcher = launcher.With(Variables);
        releases = new GroundReleases(engine, new ReleaseStore(Order(FaultPlan.Deploy).Releases), stack, time);
        database = new GroundDatabase(new DatabaseTools(engine, postgres, "bridge"), server.Address);
    }

    public IReadOnlyDictionary<string, string> Variables { get; }

    private EnvironmentOperations Operations
    {
        get
        {
            var order = Order(FaultPlan.Deploy);
            return new(new EnvironmentOptions(root, order.State, order.Releases, order.Backups, order.DrillHistory, order.RunsFolder), machine, mask, time, console);
        }
    }

    private string StateFolder => Path.Combine(Order(FaultPlan.Deploy).State, EnvironmentDescription.Staging);

    public static async Task<EnvironmentGround> PrepareAsync(
        ContainerEngine engine, FaultMatrixOptions options, FaultLauncher launcher, IMachine machine, SecretMask mask, TimeProvider time, IRunConsole console, string stack, CancellationToken cancellation)
    {
        var bases = new BaseImages(engine, machine, options.Root, _ => { }, _ => { });
        var postgres = (await bases.PresentAsync(cancellation) ?? await bases.EnsureAsync(cancellation: cancellation)).Postgres;
        var ground = new EnvironmentGround(engine, await new DefaultNetwork(engine).MachineAddressAsync(cancellation), postgres, options, launcher, machine, mask, time, console, stack);
        await ground.PrepareAsync(postgres, cancellation);
        return ground;
    }

    public async Task ResetAsync(FaultCell cell, CancellationToken cancellation)
    {
        await BringBackAsync(cell.Procedure is FaultPlan.Deploy or FaultPlan.RecoverEnvironment ? Older : Newer, cancellation);
        if (cell.Procedure == FaultPlan.RecoverEnvironment)
            await launcher.RunAsync(OrderOf(new FaultCell(FaultPlan.Deploy, "Rollout", FaultKind.KilledBuild)) with { Fault = new FaultCell(FaultPlan.Deploy, "Rollout", FaultKind.KilledBuild), Folder = Path.Combine(root, "orders", "interrupted"), DeadlineSeconds = Patience.TotalSeconds }, cancellation: cancellation);
    }

    public IReadOnlyList<string> MayServe(FaultCell cell) => cell.Step == "Record" || cell.Procedure == FaultPlan.RollbackMigration ? [$"version {Older[1..]}", $"version {Newer[1..]}"] : [];

    public FaultOrder OrderOf(FaultCell cell) => Order(cell.Procedure);

    public async Task<string> ServesAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            return await new Poll(time).UntilAsync("The environment", LookAsync, Patience, TimeSpan.FromMilliseconds(200), cancellation: cancellation);
        }
        catch (PollGaveUpException e)
        {
            return $"nothing ({e.LastObservation})";
        }

        async Task<ProbeResult> LookAsync(CancellationToken token)
        {
            var ready = await new HealthProbe(client, "/readyz", new Dictionary<string, string> { ["status"] = "ready" }).LookAsync(token);
            if (ready.State != ProbeState.Ready)
                return ready;
            using var answer = await client.GetAsync(new Uri("/api/v1/meta/version", UriKind.Relative), token);
            return answer.IsSuccessStatusCode && JsonNode.Parse(await answer.Content.ReadAsStringAsync(token))?["version"] is { } version
                ? ProbeResult.Ready($"version {version}")
                : ProbeResult.NotYet($"{(int)answer.StatusCode}");
        }
    }

    public async Task<IReadOnlyList<FaultOrder>> RecoveriesAsync(FaultCell cell, CancellationToken cancellation)
    {
        var parts = await PartsAsync(cancellation);
        var running = await parts.Stack.ServingAsync(cancellation);
        var isKnown = parts.Book.Current() is null && running.Count == parts.Environment.Replicas && running.All(image => image == parts.History.Last?.Release.ImageId);
        var recover = Order(FaultPlan.RecoverEnvironment);
        return cell is { Procedure: FaultPlan.RestoreDatabase, Kind: FaultKind.KilledBuild } ? [recover, Order(FaultPlan.RestoreDatabase)] : isKnown ? [] : [recover];
    }

    public async Task<IReadOnlyList<string>> RemainsAsync(string owner, string? run, CancellationToken cancellation)
    {
        var jobs = await engine.CheckedAsync(["service", "ls", "--format", "{{.Name}}", "--filter", $"name={stack}-job-"], cancellation: cancellation);
        var secrets = await engine.CheckedAsync(["secret", "ls", "--format", "{{.Name}}", "--filter", $"name={stack}-job-"], cancellation: cancellation);
        return
        [
            .. await GroundRemains.FindAsync(engine, root, owner, cancellation),
            .. jobs.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(job => $"job {job}"),
            .. secrets.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(secret => $"secret {secret}"),
            .. await database.HalfRestoredAsync(cancellation),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync(CancellationToken.None);
        server.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private async Task PrepareAsync(string postgres, CancellationToken cancellation)
    {
        GroundCheckout.Make(options.Root, root);
        GroundCheckout.Write(root, ".nuke/environments/staging.json", $$"""
            {
              "stack": "{{stack}}", "host": "{{stack}}.example.org", "port": {{port}}, "replicas": 1, "rolloutDeadlineSeconds": 40,
              "settings": { "LOG_LEVEL": "INFO" },
              "secrets": { "DATABASE_URL": "QGP_DRILL_DATABASE_URL", "SECRET_KEY": "QGP_DRILL_SECRET_KEY", "JWT_SECRET_KEY": "QGP_DRILL_JWT_SECRET_KEY" }
            }
            """);

        // What a drill left that was killed.
        await RemoveAsync(cancellation);
        await server.StartAsync(postgres, stack, time, cancellation);
        await releases.PublishAsync(Older, options.Image, migrations: null, cancellation);
        await releases.PublishAsync(Newer, options.Image, options.Migrations, cancellation);
        await DeployAsync(Older, cancellation);
        await DeployAsync(Newer, cancellation);
        await Operations.BackupAsync(engine.Runner, EnvironmentDescription.Staging, "a drill of faults", cancellation);
        backup = Directory.EnumerateFiles(Order(FaultPlan.Deploy).Backups, "*.dump", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
    }

    /// <summary>Deploys, and remembers what there is then.</summary>
    private async Task DeployAsync(string tag, CancellationToken cancellation)
    {
        using var session = Session(FaultPlan.Deploy);
        (await Operations.DeployAsync(session, EnvironmentDescription.Staging, new DeploymentRequest(FaultPlan.Deploy, tag, "a drill of faults", Wait: null, DryRun: false), retain: null, cancellation)).RequireNoFailure();
        await database.KeepAsync(KeptAs(tag), cancellation);
        FolderCopy.Replace(StateFolder, Path.Combine(root, KeptAs(tag)));
    }

    private async Task BringBackAsync(string tag, CancellationToken cancellation)
    {
        FolderCopy.Replace(Path.Combine(root, KeptAs(tag)), StateFolder);
        if (Directory.Exists(FaultLauncher.TemporaryFolder(Order(FaultPlan.Deploy))))
            Directory.Delete(FaultLauncher.TemporaryFolder(Order(FaultPlan.Deploy)), recursive: true);
        var parts = await PartsAsync(cancellation);
        await parts.Stack.RemoveOrphansAsync(cancellation);
        await database.BringBackAsync(KeptAs(tag), cancellation);
        var release = parts.History.Last!.Release;
        var running = await parts.Stack.ReplicasAsync(cancellation);
        if (running.Count != parts.Environment.Replicas || running.Any(image => image != release.ImageId))
        {
            var rollout = await parts.Stack.RolloutAsync(parts.Specification(release), cancellation);
            if (rollout.End != RolloutEnd.Completed)
                throw new StepFailedException($"The environment of the drill could not be brought back to {tag}: {rollout.Reason}", rollout.Logs);
        }

        await new Poll(time).UntilAsync("The environment of the drill", LookAsync, Drained, TimeSpan.FromMilliseconds(200), cancellation: cancellation);

        async Task<ProbeResult> LookAsync(CancellationToken token) =>
            (await parts.Stack.ReplicasAsync(token)).Count == parts.Environment.Replicas ? ProbeResult.Ready("is as it was") : ProbeResult.NotYet("has replicas that are ending");
    }

    private async Task<DeploymentParts> PartsAsync(CancellationToken cancellation)
    {
        using var session = Session("Look");
        return await Operations.OpenAsync(session, EnvironmentDescription.Staging, RolloutPace.Quick, cancellation);
    }

    private async Task RemoveAsync(CancellationToken cancellation)
    {
        await (await PartsAsync(cancellation)).Stack.RemoveAsync(cancellation);
        await engine.RemoveAllAsync(Labels.For(Purposes.Drill, stack), volumes: true, cancellation);
        await releases.RemoveAllAsync(cancellation);
        await new ReleaseImages(engine, new ReleaseStore(Order(FaultPlan.Deploy).Releases)).KeepAsync(EnvironmentDescription.Staging, [], cancellation);
    }

    private static string KeptAs(string tag) => $"base_{tag}";

    private ProcedureSession Session(string procedure) =>
        new(new ProcedureOptions(procedure, root, Path.Combine(root, "runs")), console, engine.Runner, mask, time);

    private FaultOrder Order(string procedure) => new()
    {
        Procedure = procedure,
        Root = root,
        Folder = Path.Combine(root, "orders"),
        RunsFolder = Path.Combine(root, "runs"),
        Tag = procedure == FaultPlan.Deploy ? Newer : null,
        Backup = backup,
        Containers = [$"{Namespace}={stack}"],
    };
}
