using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>One connection for sealing, beside the pool of the requests: neither waits for the other.</summary>
internal sealed class SealerConnections : IAsyncDisposable
{
    private const int Seconds = 30;

    private readonly NpgsqlDataSource? _postgres;
    private readonly string _sqlite = "";

    public SealerConnections(DatabaseSettings database)
    {
        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            _postgres = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                ApplicationName = "qgp-audit-sealer",
                MinPoolSize = 0,
                MaxPoolSize = 1,
                CommandTimeout = Seconds,
                MaxAutoPrepare = 10,
            });
        }
        else
        {
            _sqlite = new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = Seconds }.ToString();
        }
    }

    public bool IsPostgreSql => _postgres is not null;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        if (_postgres is not null) return await _postgres.OpenConnectionAsync(cancellation);
        var connection = new SqliteConnection(_sqlite);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
    }
}
