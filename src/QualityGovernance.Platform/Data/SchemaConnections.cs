using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Data;

/// <summary>Connections for the schema probe only: one at a time, and quick to give up.</summary>
internal sealed class SchemaConnections : IAsyncDisposable
{
    private const int Seconds = 2;

    private readonly NpgsqlDataSource? _postgres;
    private readonly string _sqlite = "";

    public SchemaConnections(DatabaseSettings database)
    {
        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            _postgres = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                ApplicationName = "qgp-schema-probe",
                MinPoolSize = 0,
                MaxPoolSize = 1,
                Timeout = Seconds,
                CommandTimeout = Seconds,
                CancellationTimeout = -1, // a server that does not answer does not confirm a cancellation either
            });
        }
        else
        {
            _sqlite = new SqliteConnectionStringBuilder(database.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = Seconds }.ToString();
        }
    }

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
