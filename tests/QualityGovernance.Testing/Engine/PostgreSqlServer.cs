using Npgsql;
using Testcontainers.PostgreSql;

namespace QualityGovernance.Testing.Engine;

/// <summary>One PostgreSQL in a container for a whole test assembly, with a database of its own for whoever asks.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Template = "qgp_template";

    // Tests lose nothing by a crash of the server.
    private static readonly string[] Quick = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "max_connections=400"];

    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(StartAsync);

    private readonly PostgreSqlContainer _container;
    private readonly SemaphoreSlim _creating = new(1);
    private bool _hasTemplate;

    private PostgreSqlServer(PostgreSqlContainer container) => _container = container;

    /// <summary>Starts it at the first call.</summary>
    public static Task<PostgreSqlServer> GetAsync() => Started.Value;

    internal static async Task StopAsync()
    {
        if (Started.IsValueCreated && Started.Value.IsCompletedSuccessfully) await (await Started.Value).DisposeAsync();
    }

    /// <summary>A new, empty database.</summary>
    public Task<string> EmptyDatabaseAsync() => CreateAsync("template1");

    /// <summary>A new database as the migrations make it; they run once per server.</summary>
    public async Task<string> MigratedDatabaseAsync()
    {
        await _creating.WaitAsync();
        try
        {
            if (!_hasTemplate)
            {
                await ExecuteAsync($"CREATE DATABASE {Template}");
                await Databases.Migrated.UpAsync(Url(Template));
                NpgsqlConnection.ClearAllPools(); // a database with sessions can't be a template
                _hasTemplate = true;
            }
        }
        finally
        {
            _creating.Release();
        }

        return await CreateAsync(Template);
    }

    public ValueTask DisposeAsync()
    {
        _creating.Dispose();
        return _container.DisposeAsync();
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var image = await EngineSetup.PrepareAsync();
        await Ownership.SweepAsync();
        var container = new PostgreSqlBuilder(image)
            .WithCommand(Quick)
            .WithLabel(Ownership.Labels)
            .Build();
        await container.StartAsync();
        return new(container);
    }

    private async Task<string> CreateAsync(string template)
    {
        var name = $"t{Guid.CreateVersion7():N}";
        await _creating.WaitAsync(); // two copies of one template at a time are refused
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            _creating.Release();
        }

        return Url(name);
    }

    private string Url(string database)
    {
        var server = new NpgsqlConnectionStringBuilder(_container.GetConnectionString());
        return $"postgresql://{server.Username}:{server.Password}@{server.Host}:{server.Port}/{database}";
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_container.GetConnectionString()) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
