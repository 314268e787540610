using Microsoft.Extensions.Configuration;
using Npgsql;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.AuditTrail;

/// <summary>A database without a service, whose own sealer would help: only the one of the test seals here.</summary>
[Trait("Needs", "Engine")]
public sealed class LateCommitterTests
{
    private const string Entry = "INSERT INTO audit_entries (entry_key, action, entity_type, occurred_at) VALUES (gen_random_uuid(), 'create', @type, now()) RETURNING id";

    private const string Unsealed = "SELECT entity_type FROM audit_entries AS e WHERE NOT EXISTS (SELECT 1 FROM audit_seals AS s WHERE s.entry_key = e.entry_key) ORDER BY id";

    private const string Nobody = SealerStatements.Writers + " AND false";

    [Fact]
    public async Task An_entry_that_is_committed_late_is_sealed_because_its_writer_was_seen() => (await UnsealedAsync(SealerStatements.Writers)).ShouldBeEmpty();

    [Fact]
    public async Task A_sealer_that_does_not_ask_who_is_writing_misses_it_for_ever() => (await UnsealedAsync(Nobody)).ShouldBe(["late"]);

    /// <returns>What is left without a seal when a late one was committed and nothing more is found.</returns>
    private static async Task<IReadOnlyList<string>> UnsealedAsync(string writers)
    {
        var database = Settings(await OnPostgreSql.MigratedAsync());
        await using var connections = new SealerConnections(database);
        var sealer = new AuditSealer(connections, new AdjustableTime()) { Writers = writers };
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var late = await source.OpenConnectionAsync();
        await using var transaction = await late.BeginTransactionAsync();
        await WriteAsync(late, "late");
        await using (var other = await source.OpenConnectionAsync())
            for (var entry = 0; entry < 3; entry++) await WriteAsync(other, "in time");
        await SealAsync(sealer);

        await transaction.CommitAsync();
        await SealAsync(sealer);

        await using var unsealed = source.CreateCommand(Unsealed);
        await using var rows = await unsealed.ExecuteReaderAsync();
        var types = new List<string>();
        while (await rows.ReadAsync()) types.Add(rows.GetString(0));
        return types;
    }

    /// <summary>More runs than it takes to find everything and to move the mark.</summary>
    private static async Task SealAsync(AuditSealer sealer)
    {
        for (var run = 0; run < 4; run++) await sealer.SealAsync(CancellationToken.None);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, string type)
    {
        await using var insert = new NpgsqlCommand(Entry, connection) { Parameters = { new("type", type) } };
        await insert.ExecuteScalarAsync();
    }

    private static DatabaseSettings Settings(string url) => SettingsLoader.Load(new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>(Migrated.Secrets) { ["APP_ENV"] = "testing", ["DATABASE_URL"] = url }).Build()).Settings!.Database;
}
