using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.AuditTrail;

[Trait("Needs", "Engine")]
public sealed class ChainTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : ChainTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private const string Late = "INSERT INTO audit_entries (entry_key, action, entity_type, occurred_at) VALUES (gen_random_uuid(), 'create', 'late', now())";

    private readonly ServiceUnderTest<OnPostgreSql> _service = service;

    [Fact]
    public async Task An_entry_that_is_committed_after_later_ones_were_sealed_is_sealed_too()
    {
        await using var connections = new SealerConnections(_service.Services.GetRequiredService<QgpSettings>().Database);
        var sealer = new AuditSealer(connections, _service.Time);
        await using var connection = new NpgsqlConnection(_service.Services.GetRequiredService<QgpSettings>().Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var late = new NpgsqlCommand(Late + " RETURNING id", connection, transaction))
        {
            var id = (long)(await late.ExecuteScalarAsync())!;
            await WriteAsync(3);
            for (var run = 0; run < 4; run++) await sealer.SealAsync(CancellationToken.None);
            sealer.SealedUpTo.ShouldBeLessThan(id);
        }

        await transaction.CommitAsync();
        await WriteAsync(1);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (sealer.SealedUpTo < await LastIdAsync()) await sealer.SealAsync(limit.Token); // the service's own sealer may have the lock

        (await _service.InDatabaseAsync(db => db.Set<AuditSeal>().CountAsync(seal => db.AuditEntries.Any(entry => entry.EntryKey == seal.EntryKey && entry.EntityType == "late")))).ShouldBe(1);
        (await VerifyAsync(await ExportAsync())).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Commits_do_not_wait_for_a_sealer_in_the_middle_of_its_work()
    {
        await using var connection = new NpgsqlConnection(_service.Services.GetRequiredService<QgpSettings>().Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var taken = new NpgsqlCommand("SELECT pg_advisory_xact_lock(7161702029)", connection, transaction);
        await taken.ExecuteNonQueryAsync();

        (await _service.Admin.Post("/api/v1/policies", new { title = "Not waiting" })).MustBe(System.Net.HttpStatusCode.Created);

        await using var connections = new SealerConnections(_service.Services.GetRequiredService<QgpSettings>().Database);
        (await new AuditSealer(connections, _service.Time).SealAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task What_an_owner_of_the_database_removes_past_its_triggers_is_found()
    {
        await WriteAsync(3);
        await _service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only;
            DELETE FROM audit_entries WHERE entry_key = (SELECT entry_key FROM audit_seals WHERE sequence = 2);
            ALTER TABLE audit_entries ENABLE TRIGGER audit_entries_append_only;
            """));
        try
        {
            var fault = (await VerifyAsync(await ExportAsync())).Fault.ShouldNotBeNull();
            (fault.Finding, fault.Line).ShouldBe((TrailFinding.Removed, 2), fault.Sentence);
        }
        finally
        {
            // The other tests of the class go on with a trail that is sealed anew.
            await _service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
                """
                ALTER TABLE audit_seals DISABLE TRIGGER audit_seals_append_only;
                DELETE FROM audit_seals;
                ALTER TABLE audit_seals ENABLE TRIGGER audit_seals_append_only;
                """));
        }
    }

    private Task<long> LastIdAsync() => _service.InDatabaseAsync(db => db.AuditEntries.MaxAsync(entry => entry.Id));
}
