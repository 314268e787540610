using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.AuditTrail;

/// <summary>The trail is sealed beside the requests, and what is exported can be verified without the service. A sealer of the test runs beside the service's own.</summary>
public abstract class ChainTests(IServiceUnderTest service)
{
    protected const string Trail = "/api/v1/audit-trail";

    [Fact]
    public async Task Every_commit_of_fifty_at_once_succeeds_and_is_sealed_once()
    {
        using var stop = new CancellationTokenSource();
        var sealing = Task.Run(() => SealUntilAsync(stop.Token));
        var created = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => service.Admin.Post("/api/v1/policies", new { title = $"At once {number} é\u2028\"\\" })));
        await stop.CancelAsync();
        await sealing;

        created.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        await SealAllAsync();
        var (entries, seals) = await service.InDatabaseAsync(async db => (await db.AuditEntries.CountAsync(), await db.Set<AuditSeal>().CountAsync()));
        seals.ShouldBe(entries);
        var report = await VerifyAsync(await ExportAsync());
        report.Fault.ShouldBeNull();
        (report.First, report.Last).ShouldBe((1, seals));
    }

    [Fact]
    public async Task The_head_is_the_anchor_of_what_was_sealed_before_it()
    {
        await WriteAsync(3);
        var head = (await service.Admin.Get($"{Trail}/head")).MustBe(HttpStatusCode.OK);
        await WriteAsync(2);
        var export = await ExportAsync();

        (await VerifyAsync(export, new(Head: head["hash"]))).Fault.ShouldBeNull();
        (await VerifyAsync(export, new(Head: new string('a', 64)))).Fault!.Finding.ShouldBe(TrailFinding.NotTheAnchored);
    }

    [Fact]
    public async Task A_part_of_the_trail_is_verified_from_the_hash_before_it_on()
    {
        await WriteAsync(5);
        var before = await service.InDatabaseAsync(db => db.Set<AuditSeal>().Where(seal => seal.Sequence == 2).Select(seal => seal.Hash).SingleAsync());
        var part = await ExportAsync("?from_sequence=3&to_sequence=4");

        var report = await VerifyAsync(part, new(After: before));
        (report.Fault, report.First, report.Last).ShouldBe((null, 3, 4));
        (await VerifyAsync(part)).Fault!.Finding.ShouldBe(TrailFinding.Removed);
        (await VerifyAsync(part, new(After: new string('a', 64)))).Fault!.Finding.ShouldBe(TrailFinding.Changed);
    }

    [Fact]
    public async Task An_export_is_an_entry_of_the_trail_itself()
    {
        await WriteAsync(1);
        await ExportAsync("?from_sequence=1");

        var entry = (await service.Admin.Get($"{Trail}?action=export")).Items[0];
        entry.GetProperty("entity_type").GetString().ShouldBe("audit_trail");
        entry.GetProperty("actor_id").GetInt32().ShouldBe(service.AdminId);
        entry.GetProperty("after").GetProperty("from_sequence").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("from_sequence=0", "from_sequence")]
    [InlineData("from_sequence=x", "from_sequence")]
    [InlineData("from_sequence=3&to_sequence=2", "from_sequence")]
    [InlineData("to_sequence=99999999999999999999", "to_sequence")]
    public async Task A_range_that_is_none_is_refused(string query, string field) =>
        (await service.Admin.Get($"{Trail}/export?{query}")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

    [Fact]
    public async Task Reading_the_trail_is_not_exporting_it()
    {
        var reader = await service.ClientWithPermissionsAsync("audit:read");
        (await reader.Get($"{Trail}/export")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.Get($"{Trail}/head/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("UPDATE audit_seals SET hash = previous_hash")]
    [InlineData("DELETE FROM audit_seals")]
    public async Task The_database_itself_refuses_to_change_the_chain(string sql)
    {
        await WriteAsync(1);
        (await Should.ThrowAsync<Exception>(() => service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql)))).Message.ShouldContain("append-only");
    }

    protected async Task WriteAsync(int policies)
    {
        for (var number = 0; number < policies; number++) (await service.Admin.Post("/api/v1/policies", new { title = "Sealed" })).MustBe(HttpStatusCode.Created);
        await SealAllAsync();
    }

    /// <summary>Until nothing is left, whoever of the two sealers does it.</summary>
    protected Task SealAllAsync() => SealAllAsync(service);

    internal static async Task SealAllAsync(IServiceUnderTest service)
    {
        await using var connections = new SealerConnections(service.Services.GetRequiredService<QgpSettings>().Database);
        var sealer = new AuditSealer(connections, service.Time);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await service.InDatabaseAsync(db => db.AuditEntries.AnyAsync(entry => !db.Set<AuditSeal>().Any(seal => seal.EntryKey == entry.EntryKey), limit.Token)))
            await sealer.SealAsync(limit.Token);
    }

    protected async Task<string> ExportAsync(string query = "")
    {
        var answer = (await service.Admin.Get($"{Trail}/export{query}")).MustBe(HttpStatusCode.OK);
        return answer.Text;
    }

    internal static async Task<TrailReport> VerifyAsync(string export, TrailAnchors? anchors = null)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(export));
        return await TrailVerifier.VerifyAsync(file, anchors ?? new(), CancellationToken.None);
    }

    private async Task SealUntilAsync(CancellationToken stop)
    {
        await using var connections = new SealerConnections(service.Services.GetRequiredService<QgpSettings>().Database);
        var sealer = new AuditSealer(connections, service.Time);
        while (!stop.IsCancellationRequested) await sealer.SealAsync(CancellationToken.None);
    }
}

public sealed class ChainTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : ChainTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
