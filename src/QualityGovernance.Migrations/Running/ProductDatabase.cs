using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Running;

/// <summary>The database that the settings name, with the product's model.</summary>
internal sealed class ProductDatabase(DatabaseSettings settings, QgpDbContext context) : IAsyncDisposable
{
    public DatabaseSettings Settings { get; } = settings;

    public QgpDbContext Context { get; } = context;

    public string Provider => Settings.Provider == DatabaseProvider.PostgreSql ? "postgresql" : "sqlite";

    /// <summary>A SQLite file is made by the first migration; a PostgreSQL database must exist.</summary>
    public bool Exists => Settings.Provider == DatabaseProvider.PostgreSql || File.Exists(Settings.Name);

    public static ProductDatabase Open(DatabaseSettings settings)
    {
        if (settings.Provider == DatabaseProvider.PostgreSql)
        {
            var postgres = new DbContextOptionsBuilder<PostgreSqlQgpDbContext>();
            postgres.UseQgpDatabase(settings, ProductModel.Assembly);
            return new(settings, new PostgreSqlQgpDbContext(postgres.Options));
        }

        // Unpooled, so that no handle on the file stays behind.
        var connection = new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ToString();
        var sqlite = new DbContextOptionsBuilder<SqliteQgpDbContext>();
        sqlite.UseQgpDatabase(settings with { ConnectionString = connection }, ProductModel.Assembly);
        return new(settings, new SqliteQgpDbContext(sqlite.Options));
    }

    /// <summary>Names of the tables there are, the migration history and the engine's own left out.</summary>
    public Task<List<string>> TablesAsync(CancellationToken cancellation) => Context.Database.SqlQueryRaw<string>(
        Settings.Provider == DatabaseProvider.PostgreSql
            ? "SELECT table_name AS \"Value\" FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '__EFMigrationsHistory' ORDER BY 1"
            : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1")
        .ToListAsync(cancellation);

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
