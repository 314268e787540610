using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using QualityGovernance.Migrations.Stepwise;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Migrations.Running;

/// <summary>One session in which the steps of a migration run, with that migration's limits of waiting.</summary>
internal sealed class StepSession : IAsyncDisposable
{
    private const string Name = "qgp-migration-steps";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ProductDatabase _database;
    private readonly IModel _model;
    private readonly IMigrationsSqlGenerator _generator;
    private readonly DbConnection _connection;

    private StepSession(ProductDatabase database, StepwiseMigration migration)
    {
        _database = database;
        _model = database.Context.GetService<IModelRuntimeInitializer>().Initialize(migration.TargetModel, designTime: true, validationLogger: null);
        _generator = database.Context.GetService<IMigrationsSqlGenerator>();
        _connection = database.Context.Database.GetDbConnection();
    }

    /// <summary>Opened while the migration lock is held: what still runs under our name belongs to a program that is dead, and is ended.</summary>
    public static async Task<StepSession> OpenAsync(ProductDatabase database, StepwiseMigration migration, CancellationToken cancellation)
    {
        var session = new StepSession(database, migration);
        await database.Context.Database.OpenConnectionAsync(cancellation);
        if (database.Settings.Provider == DatabaseProvider.PostgreSql) await session.EndOrphansAsync(cancellation);
        foreach (var limit in migration.Limits) await session.ExecuteAsync(limit, cancellation);
        return session;
    }

    public IReadOnlyList<(SchemaStep Step, string Fingerprint)> Fingerprinted(IReadOnlyList<SchemaStep> steps) =>
        [.. steps.Select(step => (step, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Sql(step.Forward).Concat(Sql(step.Back)))))).ToLowerInvariant()))];

    public IReadOnlyList<string> Sql(IReadOnlyList<MigrationOperation> operations) => [.. _generator.Generate(operations, _model).Select(command => command.CommandText)];

    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0; // the server's limits count
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>All of it, or nothing.</summary>
    public async Task TogetherAsync(IEnumerable<string> statements, CancellationToken cancellation)
    {
        await using var transaction = await _connection.BeginTransactionAsync(IsolationLevel.Unspecified, cancellation);
        foreach (var sql in statements)
        {
            await using var command = _connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync() => await _database.Context.Database.CloseConnectionAsync();

    private async Task EndOrphansAsync(CancellationToken cancellation)
    {
        await ExecuteAsync($"SET application_name = '{Name}';", cancellation);
        var started = TimeProvider.System.GetTimestamp();
        using var poll = new PeriodicTimer(Pause);
        while (await OrphansAsync(cancellation) > 0)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new RefusedException($"A session of a migrations program that is dead is still at work on the schema and does not end ({Name} in pg_stat_activity). Nothing was changed. End it, then run this again.");
            await poll.WaitForNextTickAsync(cancellation);
        }
    }

    private async Task<long> OrphansAsync(CancellationToken cancellation)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            + $"WHERE datname = current_database() AND application_name = '{Name}' AND pid <> pg_backend_pid() AND state <> 'idle'";
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
