using System.Security.Cryptography;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Probing.Load;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Releases.Swarm;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>An environment that exists for one drill: described, deployed to and rolled back as every other is.</summary>
internal sealed class DeployGround(DeployDrillOptions options, ContainerEngine engine, IMachine machine, SecretMask mask, TimeProvider time, IRunConsole console, EnvironmentDescription environment, DrillServer server, ReleaseVariants releases)
{
    public const string Stable = "v1.0.0";
    public const string Better = "v1.1.0";
    public const string Crashing = "v1.2.0";
    public const string NeverReady = "v1.3.0";

    private readonly OverlaidMachine machine = new(machine, new Dictionary<string, string>
    {
        ["QGP_DRILL_DATABASE_URL"] = server.Url,
        ["QGP_DRILL_SECRET_KEY"] = RandomNumberGenerator.GetHexString(64),
        ["QGP_DRILL_JWT_SECRET_KEY"] = RandomNumberGenerator.GetHexString(64),
        ["QGP_DRILL_TLS_CERTIFICATE"] = DrillCertificate.New(environment.Host, time),
    });

    public DeployDrillOptions Options => options;

    public ContainerEngine Engine => engine;

    public TimeProvider Time => time;

    public SecretMask Mask => mask;

    public EnvironmentDescription Environment => environment;

    public DrillServer Server => server;

    public ReleaseVariants Releases => releases;

    /// <summary>Set by the first step.</summary>
    public ServiceLoad? Load { get; set; }

    public static EnvironmentDescription Describe(DeployDrillOptions options, string stack, int port) => new(
        EnvironmentDescription.Staging, stack, "drill.example.org", port, options.Replicas,
        new Dictionary<string, string> { ["CORS_ORIGINS"] = "https://drill.example.org", ["LOG_LEVEL"] = "WARNING" },
        EnvironmentDescription.SecretNames.Append(EnvironmentDescription.Certificate).ToDictionary(secret => secret, secret => $"QGP_DRILL_{secret}"),
        Retain: 5, options.RolloutDeadline, DrillMaxAge: null);

    public Task<ProcedureResult> DeployAsync(string tag, CancellationToken cancellation) =>
        RunAsync("Deploy", RolloutPace.Careful, (session, parts) => DeployProcedure.RunAsync(session, parts, Request("Deploy", tag), cancellation: cancellation), cancellation);

    public Task<ProcedureResult> RollbackAsync(CancellationToken cancellation) =>
        RunAsync("RollbackApplication", RolloutPace.Quick, (session, parts) => RollbackProcedure.RunAsync(session, parts, Request("RollbackApplication", tag: null), cancellation), cancellation);

    public Task<DeploymentParts> PartsAsync(CancellationToken cancellation) => PartsAsync(engine, RolloutPace.Careful, cancellation);

    public async Task<HttpClient> ClientAsync(CancellationToken cancellation) => (await PartsAsync(cancellation)).Stack.NewClient();

    /// <summary>For a client of one's own of the published address.</summary>
    public SocketsHttpHandler NewHandler() => EnvironmentClient.NewHandler(environment, EnvironmentSecrets.Read(environment, machine, mask));

    /// <summary>The step's receipt of a procedure that ran inside the drill.</summary>
    public static Receipt Receipt(ProcedureResult result, string step) =>
        RunVerifier.Read(result.Run).Step(step) ?? throw new StepFailedException($"Run {result.Run.Id} has no receipt of {step}.");

    private static DeploymentRequest Request(string procedure, string? tag) => new(procedure, tag, "a drill", Wait: null, DryRun: false);

    private async Task<ProcedureResult> RunAsync(string name, RolloutPace pace, Func<ProcedureSession, DeploymentParts, Task<ProcedureResult>> procedure, CancellationToken cancellation)
    {
        using var session = new ProcedureSession(new ProcedureOptions(name, options.Root, options.RunsFolder), new QuietConsole(console), engine.Runner, mask, time);
        return await procedure(session, await PartsAsync(new ContainerEngine(session.Runner, engine.Client), pace, cancellation));
    }

    private Task<DeploymentParts> PartsAsync(ContainerEngine recorded, RolloutPace pace, CancellationToken cancellation)
    {
        var places = new EnvironmentOptions(options.Root, Path.Combine(options.Folder, "state"), options.Folder, Path.Combine(options.Folder, "backups"), Path.Combine(options.Folder, "history.jsonl"), options.RunsFolder);
        return new EnvironmentOperations(places, machine, mask, time, new QuietConsole(console)).ComposeAsync(recorded, environment, [], releases, new DrilledReleaseTrust(), pace, cancellation);
    }
}
