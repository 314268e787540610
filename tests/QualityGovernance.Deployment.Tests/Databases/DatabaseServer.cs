using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Tests.Databases;

/// <summary>A real PostgreSQL server with a password, on a network of its own, for all tests of this room.</summary>
public sealed class DatabaseServer : IAsyncLifetime
{
    public const string Password = "sentinel7731server";

    private const string Schema =
        """
        CREATE TABLE schema_info (id integer PRIMARY KEY, revision text NOT NULL, compatible_from text NOT NULL);
        CREATE TABLE "__EFMigrationsHistory" ("MigrationId" text PRIMARY KEY, "ProductVersion" text NOT NULL);
        INSERT INTO schema_info VALUES (1, '20260101000000_First', '20260101000000_First');
        INSERT INTO "__EFMigrationsHistory" VALUES ('20260101000000_First', '10.0');
        CREATE TABLE things (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, weight numeric(10, 3), made timestamptz DEFAULT now(), raw bytea, more jsonb, odd "char", real_value double precision);
        INSERT INTO things (name, weight, raw, more, real_value) SELECT 'thing ' || n || E'\t\\ \u00e4\n', n / 7.0, decode(md5(n::text), 'hex'), jsonb_build_object('n', n), 1.0 / n FROM generate_series(1, 500) n;
        CREATE TABLE empty_one (id integer);
        """;

    private readonly IReadOnlyDictionary<string, string> labels = Labels.For(Purposes.Test, $"databases-{Guid.CreateVersion7():N}");
    private string host = "";
    private int count;

    internal SecretMask Mask { get; } = new();

    internal TrackingRunner Runner { get; private set; } = null!;

    internal ContainerEngine Engine { get; private set; } = null!;

    internal DatabaseTools Tools { get; private set; } = null!;

    internal string Image { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Mask.Register(Password);
        Runner = new TrackingRunner(new ProcessRunner(Mask));
        Engine = await new DockerClients(Runner, new Machine()).FindAsync();
        Image = (await new BaseImages(Engine, new Machine(), Checkout.Root, _ => { }, _ => { }).EnsureAsync()).Postgres;
        var network = $"qgp-test-{Guid.CreateVersion7():N}";
        await Engine.CheckedAsync(["network", "create", .. labels.SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" }), network]);
        var run = new ContainerRun(Image, labels)
        {
            Detached = true,
            Network = network,
            Environment = new Dictionary<string, string> { ["POSTGRES_USER"] = "qgp", ["POSTGRES_PASSWORD"] = Password },
            Options = ["--user", "postgres", "--volume", "/var/lib/postgresql/data", "--tmpfs", "/run/postgresql"],
        };
        var started = await Engine.RunContainerAsync(run);
        started.Succeeded.ShouldBeTrue(started.Error);

        // Not by its name: an engine that leaves a Swarm forgets the names of all its networks, and other tests make it do that.
        host = (await Engine.CheckedAsync(["inspect", "--format", $"{{{{(index .NetworkSettings.Networks \"{network}\").IPAddress}}}}", started.Output.Trim()])).Output.Trim();
        Tools = new DatabaseTools(Engine, Image, network);
        await new Poll(TimeProvider.System).UntilAsync(
            "The server",
            async token => (await Tools.ScriptAsync(Address("postgres"), "SELECT 1;", folder: null, token)) is { Succeeded: true } ? ProbeResult.Ready("it answers") : ProbeResult.NotYet("it does not answer"),
            TimeSpan.FromSeconds(90),
            TimeSpan.FromMilliseconds(200));
    }

    public async Task DisposeAsync() => await Engine.RemoveAllAsync(labels, volumes: true);

    /// <summary>A new database with a schema of the product and some rows.</summary>
    internal async Task<DatabaseAddress> DatabaseAsync()
    {
        var address = Address($"qgp_{Interlocked.Increment(ref count):000}");
        await Tools.QueryAsync(Address("postgres"), $"CREATE DATABASE {address.Database};");
        await Tools.QueryAsync(address, Schema);
        return address;
    }

    internal async Task<IReadOnlyList<string>> DatabasesAsync(string prefix) =>
        [.. (await Tools.QueryAsync(Address("postgres"), $"SELECT datname FROM pg_database WHERE datname LIKE '{prefix}%' ORDER BY 1;")).Select(row => row[0])];

    private DatabaseAddress Address(string database) => new(host, 5432, database, "qgp", Password);
}
