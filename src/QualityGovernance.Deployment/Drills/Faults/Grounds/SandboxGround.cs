using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>A sandbox that exists for a drill of faults, with a row in its database that has to be there afterwards.</summary>
internal sealed class SandboxGround : IFaultGround
{
    private const string Insert = "INSERT INTO reference_counters (prefix, year, last_value) VALUES ('FLT', 2026, 1) ON CONFLICT DO NOTHING;";
    private const string Count = "SELECT count(*) FROM reference_counters WHERE prefix = 'FLT';";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ContainerEngine engine;
    private readonly FaultLauncher launcher;
    private readonly TimeProvider time;
    private readonly string root;
    private readonly string project;
    private readonly int port = FreePort.Find();

    public SandboxGround(ContainerEngine engine, FaultMatrixOptions options, FaultLauncher launcher, TimeProvider time, string project)
    {
        this.engine = engine;
        this.launcher = launcher;
        this.time = time;
        this.project = project;
        root = Path.Combine(options.Folder, "sandbox");
        GroundCheckout.Make(options.Root, root);
        GroundCheckout.Write(root, "Dockerfile", GroundCheckout.Dockerfile(options.Image));
        GroundCheckout.Write(root, ".env.sandbox", File.ReadAllText(Path.Combine(options.Root, ".env.sandbox.example"))
            .Replace("COMPOSE_PROJECT_NAME=qgp-sandbox", $"COMPOSE_PROJECT_NAME={project}")
            .Replace("QGP_IMAGE=quality-governance:sandbox", $"QGP_IMAGE={Image}")
            .Replace("QGP_POSTGRES_IMAGE=quality-governance-postgres:sandbox", $"QGP_POSTGRES_IMAGE={PostgresImage}")
            .Replace("QGP_PORT=8000", $"QGP_PORT={port}"));
    }

    public IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>();

    private string Image => $"quality-governance:{project}";

    private string PostgresImage => $"quality-governance-postgres:{project}";

    private Dictionary<string, string> Own => new() { [Labels.ComposeProject] = project, [Labels.Project] = Labels.ProjectName };

    /// <summary>Up, with the row, and without backups of an earlier cell.</summary>
    public async Task ResetAsync(FaultCell cell, CancellationToken cancellation)
    {
        foreach (var folder in new[] { Order(FaultPlan.ResetDrill).Backups, FaultLauncher.TemporaryFolder(Order(FaultPlan.ResetDrill)) }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        await OrphanedContainers.RemoveAsync(engine, Labels.For(Purposes.Database), cancellation);
        var order = Order(SandboxRecovery.Procedure) with { Folder = Path.Combine(root, "orders", "up") };
        var up = await launcher.RunAsync(order, cancellation: cancellation);
        if (!up.Succeeded)
            throw new StepFailedException($"The sandbox of the drill could not be started (exit code {up.ExitCode}).", up.Output.Split('\n'));
        await SqlAsync(Insert, cancellation);
    }

    public IReadOnlyList<string> MayServe(FaultCell cell) => [];

    public FaultOrder OrderOf(FaultCell cell) => Order(cell.Procedure);

    public async Task<string> ServesAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            var version = await new Poll(time).UntilAsync("The sandbox", new HealthProbe(client, "/readyz", new Dictionary<string, string> { ["status"] = "ready" }).LookAsync, Patience, TimeSpan.FromMilliseconds(200), cancellation: cancellation);
            return $"{JsonNode.Parse(await client.GetStringAsync(new Uri("/api/v1/meta/version", UriKind.Relative), cancellation))?["schema_revision"]} with {await SqlAsync(Count, cancellation)} rows (ready: {version.Length > 0})";
        }
        catch (PollGaveUpException e)
        {
            return $"nothing ({e.LastObservation})";
        }
    }

    /// <summary>A drill that has destroyed something says how it is brought back; a killed one has to be followed by the same.</summary>
    public async Task<IReadOnlyList<FaultOrder>> RecoveriesAsync(FaultCell cell, CancellationToken cancellation) =>
        cell.Kind == FaultKind.KilledBuild || (await ServesAsync(cancellation)).StartsWith("nothing", StringComparison.Ordinal) ? [Order(SandboxRecovery.Procedure)] : [];

    public Task<IReadOnlyList<string>> RemainsAsync(string owner, string? run, CancellationToken cancellation) => GroundRemains.FindAsync(engine, root, owner, cancellation);

    public async ValueTask DisposeAsync()
    {
        await engine.RemoveAllAsync(Own, volumes: true);
        await engine.RemoveImageAsync(Image);
        await engine.RemoveImageAsync(PostgresImage);
        Directory.Delete(root, recursive: true);
    }

    private async Task<string> SqlAsync(string sql, CancellationToken cancellation)
    {
        var postgres = (await engine.ContainersAsync(Own, cancellation)).LastOrDefault(container => container.Service == StackServices.Postgres);
        return postgres is null ? "no" : (await engine.ExecAsync(postgres.Id, ["psql", "--username", "qgp", "--dbname", "qgp", "--tuples-only", "--no-align", "--command", sql], cancellation: cancellation)).Output.Trim();
    }

    private FaultOrder Order(string procedure) => new()
    {
        Procedure = procedure,
        Root = root,
        Folder = Path.Combine(root, "orders"),
        RunsFolder = Path.Combine(root, "runs"),
        Containers = [$"{Labels.ComposeProject}={project}"],
    };
}
