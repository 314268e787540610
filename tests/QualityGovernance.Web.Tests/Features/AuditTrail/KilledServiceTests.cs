using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Policies;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Features.AuditTrail;

/// <summary>The process is killed while it answers, again and again: a record and its entry are both there, or neither is.</summary>
[Trait("Needs", "Engine")]
public sealed class KilledServiceTests(ServiceUnderTest<OnPostgreSql> service) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private const int Kills = 3;
    private const int Seed = 20261125;

    [Fact]
    public async Task A_record_and_its_entry_are_there_together_or_not_at_all()
    {
        var random = new Random(Seed);
        var environment = new Dictionary<string, string?>(Migrated.Secrets)
        {
            ["APP_ENV"] = "testing", ["DATABASE_URL"] = service.DatabaseUrl, ["LOG_LEVEL"] = "ERROR", ["RATE_LIMIT_PER_MINUTE"] = "0",
        };
        var token = service.Services.GetRequiredService<Tokens>().Issue(service.AdminId, TokenKind.Access).Value;
        var lost = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var running = await KillableService.StartAsync(environment);
            running.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var answered = 0;
            var enough = random.Next(5, 60);
            var writers = Enumerable.Range(0, 8).Select(_ => WriteAsync(running.Client, () => Interlocked.Increment(ref answered) >= enough ? running : null)).ToArray();
            lost += (await Task.WhenAll(writers)).Sum();
        }

        lost.ShouldBeGreaterThan(0); // else nothing was killed in the middle
        await ChainTests.SealAllAsync(service);
        var (records, entries, seals, all) = await service.InDatabaseAsync(async db => (
            await db.Set<Policy>().Select(policy => policy.Id).Order().ToListAsync(),
            await db.AuditEntries.Where(entry => entry.EntityType == "policy").Select(entry => entry.EntityId!.Value).Order().ToListAsync(),
            await db.Set<AuditSeal>().CountAsync(),
            await db.AuditEntries.CountAsync()));
        entries.ShouldBe(records);
        seals.ShouldBe(all);
        (await ChainTests.VerifyAsync((await service.Admin.Get("/api/v1/audit-trail/export")).Text)).Fault.ShouldBeNull();
    }

    /// <returns>How many requests were sent and never answered.</returns>
    private static async Task<int> WriteAsync(HttpClient client, Func<KillableService?> answered)
    {
        while (true)
        {
            try
            {
                (await client.Post("/api/v1/policies", new { title = "Killed" })).MustBe(System.Net.HttpStatusCode.Created);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                return 1;
            }

            answered()?.Kill();
        }
    }
}
