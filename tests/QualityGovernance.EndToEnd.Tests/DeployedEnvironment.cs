using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Drills.Deployment;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Publication;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Tests.Releases.Publication;
using QualityGovernance.EndToEnd.Tests.Runbook;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>An environment of its own on a real Swarm, with a database of its own and releases that a test makes.</summary>
internal sealed class DeployedEnvironment : IAsyncDisposable
{
    /// <summary>Of the names of stacks and of all that is theirs.</summary>
    internal const string Prefix = "qgp-test-";

    private readonly string name = $"{Prefix}{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
    private readonly StackCheckout checkout = new();
    private readonly SecretMask mask = new();
    private readonly ContainerEngine engine;
    private readonly DrillServer server;
    private readonly int port = FreePort.Find();
    private readonly List<string> images = [];
    private readonly SigningKey key = SigningKey.New();
    private readonly Dictionary<string, string> variables;
    private DatabaseTools? tools;

    private DeployedEnvironment(ContainerEngine engine, string gateway, bool withBackups)
    {
        this.engine = engine;
        server = new DrillServer(engine, gateway, mask);
        checkout.Write(".nuke/environments/staging.json", $$"""
            {
              "stack": "{{name}}", "host": "{{name}}.example.org", "port": {{port}}, "replicas": 1, "rolloutDeadlineSeconds": 60,
              {{(withBackups ? $$"""
              "backups": { "folder": "{{ScheduledBackups}}", "intervalHours": 6 },
              """ : "")}}
              "settings": { "LOG_LEVEL": "INFO" },
              "secrets": { "DATABASE_URL": "QGP_DRILL_DATABASE_URL", "SECRET_KEY": "QGP_DRILL_SECRET_KEY", "JWT_SECRET_KEY": "QGP_DRILL_JWT_SECRET_KEY" }
            }
            """);
        checkout.Write(".nuke/parameters.json", $$"""{ "State": "{{StateOf(checkout.Root)}}" }""");
        checkout.Write($"{TrustedKeys.Folder}/scratch.pem", key.PublicPem);
        if (withBackups)
        {
            checkout.AddSources();
            images.Add($"quality-governance-backup:{name}");
        }

        variables = new Dictionary<string, string>
        {
            ["QGP_DRILL_DATABASE_URL"] = server.Url,
            ["QGP_DRILL_SECRET_KEY"] = RandomNumberGenerator.GetHexString(64),
            ["QGP_DRILL_JWT_SECRET_KEY"] = RandomNumberGenerator.GetHexString(64),
        };
        Machine = new OverlaidMachine(new Machine(), variables);
    }

    public RecordingConsole Console { get; } = new();

    /// <summary>The folder that the service in the stack writes into.</summary>
    public string ScheduledBackups => Path.Combine(checkout.Root, "scheduled");

    public string Stack => name;

    private IMachine Machine { get; }

    private ReleaseStore Store => new(Path.Combine(checkout.Root, "artifacts", "releases"));

    private EnvironmentOperations Operations => new(
        OptionsOf(checkout.Root),
        Machine, mask, TimeProvider.System, Console);

    private string RunsFolder => Path.Combine(checkout.Root, "artifacts", "runs");

    /// <summary>Where the build keeps everything of a checkout.</summary>
    public static EnvironmentOptions OptionsOf(string root)
    {
        var artifacts = Path.Combine(root, "artifacts");
        return new(root, StateOf(root), Path.Combine(artifacts, "releases"), Path.Combine(artifacts, "backups"), Path.Combine(artifacts, "drills", "history.jsonl"), Path.Combine(artifacts, "runs"));
    }

    /// <param name="engine">In a Swarm.</param>
    /// <param name="withBackups">On a schedule.</param>
    public static async Task<DeployedEnvironment> NewAsync(ContainerEngine engine, bool withBackups = false)
    {
        var environment = new DeployedEnvironment(engine, await new DefaultNetwork(engine).MachineAddressAsync(), withBackups);
        var postgres = (await new BaseImages(engine, new Machine(), Checkout.Root, _ => { }).PresentAsync())!.Postgres;
        environment.tools = new DatabaseTools(engine, postgres, "bridge");
        await environment.server.StartAsync(postgres, environment.name, TimeProvider.System, CancellationToken.None);
        return environment;
    }

    /// <summary>A release that was published, made from an image with further lines of a Dockerfile and files to copy.</summary>
    public async Task PublishAsync(string tag, string image, string lines = "", string? files = null)
    {
        var facts = await engine.ImageAsync(image) ?? throw new InvalidOperationException($"There is no {image}.");
        using var context = new TemporaryContext();
        foreach (var file in files is null ? [] : Directory.EnumerateFiles(files, "QualityGovernance.Migrations.*"))
            File.Copy(file, Path.Combine(context.Path, Path.GetFileName(file)));
        var manifest = new ReleaseManifest
        {
            Tag = tag, Version = tag[1..], Commit = facts.Labels[Labels.Revision], BuildId = $"{name}-{tag}", ImageId = "", BaseKind = facts.Labels[Labels.BaseKind], RehearsalRun = "none", Created = TimeProvider.System.GetUtcNow(),
        };
        File.WriteAllText(Path.Combine(context.Path, "Dockerfile"), $"""
            FROM {image}
            {(files is null ? "" : "COPY QualityGovernance.Migrations.* /app/")}
            {lines}
            ENV QGP_BUILD_ID={manifest.BuildId} QGP_VERSION={manifest.Version}
            LABEL {Labels.BuildId}={manifest.BuildId} {Labels.Version}={manifest.Version} {Labels.Purpose}={Purposes.Test}
            """);
        var built = $"{name}:{tag}";
        await engine.CheckedAsync(["build", "--quiet", "--tag", built, context.Path], timeout: TimeSpan.FromMinutes(5));
        images.Add(built);
        var id = (await engine.ImageAsync(built))!.Id;
        var rehearsal = RecordedRehearsal.Write(RunsFolder, manifest.Commit, "no", id, Outcome.Passed, TimeProvider.System);
        var release = ReleaseTag.Parse(tag);
        Store.Begin(release);
        Store.Keep(release, manifest with { ChecksumsSha256 = Store.WriteChecksums(release, checkout.Root), ImageId = id, RehearsalRun = rehearsal.Id.Value });
        Sign(tag, key);
    }

    /// <summary>The folder of a release, for a test to change.</summary>
    public string FolderOf(string tag) => Store.FolderOf(ReleaseTag.Parse(tag));

    /// <summary>Signs a release in place of whoever has signed it before.</summary>
    public void Sign(string tag, SigningKey signer)
    {
        var options = new PublicationOptions(checkout.Root, RunsFolder, ReleaseTag.Parse(tag), Registry: null, AllowStandInBase: true);
        var publication = Deployment.Runs.Run.Create(RunsFolder, TimeProvider.System);
        Store.Add(options.Tag, ReleaseSeal.FileName, ReleaseProvenance.Of(Store, options, publication.Id).Sign(signer).ToString());
    }

    public Task<ProcedureResult> DeployAsync(string tag, bool dryRun = false) =>
        RunAsync("Deploy", session => Operations.DeployAsync(session, EnvironmentDescription.Staging, Request("Deploy", tag) with { DryRun = dryRun }, retain: null));

    public Task<ProcedureResult> RollbackMigrationAsync(params string[] acceptedLosses) =>
        RunAsync("RollbackMigration", session => Operations.RollbackMigrationAsync(session, EnvironmentDescription.Staging, Request("RollbackMigration") with { AcceptedLosses = acceptedLosses }));

    public Task<ProcedureResult> RestoreAsync(string backup, string target) =>
        RunAsync("RestoreDatabase", session => Operations.RestoreAsync(session, EnvironmentDescription.Staging, backup, target, Request("RestoreDatabase")));

    /// <summary>For a test that types what the runbook says.</summary>
    public TypedCommands Typing(Type test) => new(test, checkout.Root, variables);

    /// <summary>Of a run that was typed.</summary>
    public RunRecord LastRun() => RunVerifier.Read(new RunHistory(RunsFolder).Runs[^1]);

    /// <summary>The newest backup of it.</summary>
    public string NewestBackup() =>
        Directory.EnumerateFiles(Path.Combine(checkout.Root, "artifacts", "backups", EnvironmentDescription.Staging), "*.dump").Order(StringComparer.Ordinal).Last();

    /// <summary>A restore in a process of its own, to be killed.</summary>
    public OwnProcess RestoreProcess(string backup) => new(["restore", checkout.Root, backup], variables);

    /// <summary>What a command that changes nothing leaves as it is.</summary>
    public Task<string> ListAsync() => StackListing.OfAsync(engine, name);

    public AnswersOverTime Ask() => new(new Uri($"http://127.0.0.1:{port}/api/v1/meta/version"));

    public async Task<IReadOnlyList<string[]>> SqlAsync(string sql) => await tools!.QueryAsync(server.Address, sql);

    /// <summary>Every value that nobody may be shown.</summary>
    public IEnumerable<string> SecretValues => variables.Values.Append(server.Address.Password);

    /// <summary>All that whoever may look at the engine is told of the environment, and all that its runs have left.</summary>
    public async Task<string> VisibleAsync()
    {
        var all = new StringBuilder(Console.Text);
        foreach (var (kind, list) in new[] { ("service", "service ls"), ("container", "ps --all"), ("secret", "secret ls"), ("config", "config ls") })
        {
            var ids = (await engine.CheckedAsync([.. list.Split(' '), "--quiet", "--filter", $"label=com.docker.stack.namespace={name}"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            ids.ShouldNotBeEmpty(kind);
            all.Append((await engine.CheckedAsync([kind, "inspect", .. ids])).Output);
        }

        foreach (var file in Directory.EnumerateFiles(RunsFolder, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(StateOf(checkout.Root), "*", SearchOption.AllDirectories)))
            all.Append(await File.ReadAllTextAsync(file));
        return all.ToString();
    }

    /// <summary>What answers on the published address, and on which schema.</summary>
    public async Task<(string Version, string Schema)> AnswerAsync()
    {
        using var client = new HttpClient();
        var answer = JsonNode.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/api/v1/meta/version")))!;
        return (answer["version"]!.ToString(), answer["schema_revision"]!.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        using var session = Session("Remove");
        await (await Operations.OpenAsync(session, EnvironmentDescription.Staging, QualityGovernance.Deployment.Releases.Swarm.RolloutPace.Quick, CancellationToken.None)).Stack.RemoveAsync(CancellationToken.None);
        await engine.RemoveAllAsync(Labels.For(Purposes.Drill, name), volumes: true);
        foreach (var image in images)
            await engine.RemoveImageAsync(image);
        await new ReleaseImages(engine, Store).KeepAsync(EnvironmentDescription.Staging, [], CancellationToken.None);
        server.Dispose();
        key.Dispose();
        checkout.Dispose();
    }

    private static string StateOf(string root) => Path.Combine(root, "artifacts", "state");

    private static DeploymentRequest Request(string procedure, string? tag = null) => new(procedure, tag, "a test", Wait: null, DryRun: false);

    private async Task<ProcedureResult> RunAsync(string procedure, Func<ProcedureSession, Task<ProcedureResult>> run)
    {
        using var session = Session(procedure);
        return await run(session);
    }

    private ProcedureSession Session(string procedure) => new(new ProcedureOptions(procedure, checkout.Root, RunsFolder), Console, new ProcessRunner(mask), mask, TimeProvider.System);
}
