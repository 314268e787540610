using Microsoft.EntityFrameworkCore;
using Npgsql;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Migrations.Running;

/// <summary>Lets one program at a time change the schema. The operating system or the server frees it when the program dies.</summary>
internal sealed class MigrationLock : IAsyncDisposable
{
    private const long AdvisoryKey = 0x5147504D49475241; // "QGPMIGRA"
    private const string Busy = "Another program has been changing this schema for a minute. Wait until it ends, then run this again.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly IAsyncDisposable _held;

    private MigrationLock(IAsyncDisposable held) => _held = held;

    public static async Task<MigrationLock> TakeAsync(ProductDatabase database, CancellationToken cancellation) =>
        new(database.Settings.Provider == DatabaseProvider.PostgreSql
            ? await OnServerAsync(database.Settings, cancellation)
            : await OnFileAsync(database, cancellation));

    public ValueTask DisposeAsync() => _held.DisposeAsync();

    private static async Task<NpgsqlConnection> OnServerAsync(DatabaseSettings settings, CancellationToken cancellation)
    {
        // A session of its own: the lock outlasts the transactions of the migrations, and a pooled session might keep it.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, ApplicationName = "qgp-migration-lock", CommandTimeout = 0 }.ToString());
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = $"SET lock_timeout = '{(int)Patience.TotalMilliseconds}ms'; SELECT pg_advisory_lock({AdvisoryKey});";
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch (PostgresException exception)
        {
            await connection.DisposeAsync();
            if (exception.SqlState == PostgresErrorCodes.LockNotAvailable) throw new RefusedException(Busy, exception);
            throw;
        }
    }

    private static async Task<FileStream> OnFileAsync(ProductDatabase database, CancellationToken cancellation)
    {
        var path = database.Settings.Name + ".migrating";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var started = TimeProvider.System.GetTimestamp();
        using var poll = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                await ForgetDeadHolderAsync(database, cancellation);
                return file;
            }
            catch (IOException exception) when (exception is not FileNotFoundException)
            {
                if (TimeProvider.System.GetElapsedTime(started) > Patience) throw new RefusedException(Busy, exception);
            }

            await poll.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>EF Core's own lock on SQLite is a row that a killed program leaves behind, for which the next one would wait for ever.</summary>
    private static async Task ForgetDeadHolderAsync(ProductDatabase database, CancellationToken cancellation)
    {
        if (!database.Exists) return;
        var there = await database.Context.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(cancellation);
        if (there.Single() > 0) await database.Context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
    }
}
