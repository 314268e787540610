using System.Diagnostics;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;

namespace Bench.Restore;

/// <summary>A PostgreSQL server for the benchmark alone, on a network that leads nowhere and holds nothing else: so it asks for no password.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Host = "server";
    private const string User = "qgp";
    private const string Maintenance = "postgres";

    /// <summary>What every database of the product says of itself.</summary>
    private const string Schema =
        """
        CREATE TABLE schema_info (id integer PRIMARY KEY, revision text NOT NULL, compatible_from text NOT NULL);
        CREATE TABLE "__EFMigrationsHistory" ("MigrationId" text PRIMARY KEY, "ProductVersion" text NOT NULL);
        INSERT INTO schema_info VALUES (1, '20260101000000_First', '20260101000000_First');
        INSERT INTO "__EFMigrationsHistory" VALUES ('20260101000000_First', '10.0');

        """;

    private readonly IReadOnlyDictionary<string, string> _labels;

    private Server(ContainerEngine engine, string image)
    {
        var run = $"bench-{Guid.CreateVersion7():N}";
        Engine = engine;
        Tools = new DatabaseTools(engine, image, run);
        _labels = Labels.For(Purposes.Test, run);
    }

    public ContainerEngine Engine { get; }

    public DatabaseTools Tools { get; }

    public static async Task<Server> StartAsync()
    {
        var engine = await new DockerClients(new ProcessRunner(new SecretMask()), new Machine()).FindAsync();
        var images = await new BaseImages(engine, new Machine(), Repository(), Console.WriteLine).EnsureAsync();
        var server = new Server(engine, images.Postgres);
        try
        {
            await server.RunAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<DatabaseAddress> FillAsync(int rows)
    {
        var database = Address("bench");
        await Tools.QueryAsync(Address(Maintenance), $"CREATE DATABASE {database.Database};");
        await Tools.QueryAsync(database, Schema + Records(rows) + "ANALYZE;");
        return database;
    }

    /// <summary>As wide as the tables of the product are, with an index beside the key.</summary>
    public static string Records(int rows) =>
        $"""
        CREATE TABLE records (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, reference text NOT NULL UNIQUE, title text NOT NULL, status text NOT NULL, made timestamptz NOT NULL, score numeric(6, 2));
        INSERT INTO records (reference, title, status, made, score)
          SELECT 'REC-' || n, 'Record ' || n || ' ' || md5(n::text), (ARRAY['open', 'review', 'closed'])[1 + n % 3], timestamptz '2026-01-01 00:00Z' + n * interval '1 second', n % 10000 / 7.0
          FROM generate_series(1, {rows}) AS n;

        """;

    /// <summary>What there is to compare with: the same dump, the same tool, and nothing looked at afterwards.</summary>
    public async Task<TimeSpan> BareRestoreAsync(DatabaseAddress source, BackupFile backup)
    {
        var bare = source with { Database = "bare" };
        await Tools.QueryAsync(Address(Maintenance), $"CREATE DATABASE {bare.Database} TEMPLATE template0;");
        var watch = Stopwatch.StartNew();
        await Tools.RestoreAsync(bare, WriteAsync);
        var elapsed = watch.Elapsed;
        await Tools.QueryAsync(Address(Maintenance), $"DROP DATABASE {bare.Database};");
        return elapsed;

        async Task WriteAsync(Stream to, CancellationToken cancellation)
        {
            await using var dump = File.OpenRead(backup.Path);
            await dump.CopyToAsync(to, cancellation);
        }
    }

    public async ValueTask DisposeAsync() => await Engine.RemoveAllAsync(_labels, volumes: true);

    private async Task RunAsync()
    {
        var network = _labels[Labels.Run];
        await Engine.CheckedAsync(["network", "create", "--internal", .. _labels.SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" }), network]);
        var started = await Engine.RunContainerAsync(new ContainerRun(Tools.Image, _labels)
        {
            Detached = true,
            Network = network,
            Environment = new Dictionary<string, string> { ["POSTGRES_USER"] = User, ["POSTGRES_HOST_AUTH_METHOD"] = "trust" },
            Options = ["--user", "postgres", "--volume", "/var/lib/postgresql/data", "--tmpfs", "/run/postgresql", "--shm-size", "128m", "--network-alias", Host],
        });
        if (!started.Succeeded)
            throw new InvalidOperationException($"The server of the benchmark could not be started: {started.LastWords()}");
        await new Poll(TimeProvider.System).UntilAsync("The server of the benchmark", LookAsync, TimeSpan.FromSeconds(90), TimeSpan.FromMilliseconds(200));
    }

    private async Task<ProbeResult> LookAsync(CancellationToken cancellation) =>
        await Tools.ScriptAsync(Address(Maintenance), "SELECT 1;", folder: null, cancellation) is { Succeeded: true }
            ? ProbeResult.Ready("it answers")
            : ProbeResult.NotYet("it does not answer yet");

    private static DatabaseAddress Address(string database) => new(Host, 5432, database, User, "");

    public static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "build.sh")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"No build.sh stands above '{AppContext.BaseDirectory}'.");
    }
}
