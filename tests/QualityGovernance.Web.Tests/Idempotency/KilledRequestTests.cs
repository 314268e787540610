using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Idempotency;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Policies;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Idempotency;

[Trait("Needs", "Engine")]
public sealed class KilledRequestTests(ObservedService observed) : IClassFixture<ObservedService>, IDisposable
{
    private readonly ServiceUnderTest<Testing.Databases.OnPostgreSql> _service = observed.Service;

    public void Dispose()
    {
        observed.Commits.Fail = false;
        observed.Statements.Before = null;
    }

    [Fact]
    public async Task A_request_that_ends_before_its_commit_leaves_neither_record_nor_key()
    {
        observed.Commits.Fail = true;
        (await SendAsync("killed")).Status.ShouldBe(HttpStatusCode.InternalServerError);

        observed.Commits.Fail = false;
        (await CountAsync()).ShouldBe((0, 0));
        (await SendAsync("killed")).Status.ShouldBe(HttpStatusCode.Created);
        (await CountAsync()).ShouldBe((1, 1));
        await ForgetAsync();
    }

    [Fact]
    public async Task A_request_whose_answer_can_not_be_kept_leaves_no_record()
    {
        observed.Statements.Before = text => text.StartsWith("UPDATE idempotency_keys", StringComparison.Ordinal) ? throw new InvalidOperationException("Killed before the answer was kept.") : Task.CompletedTask;
        (await SendAsync("lost")).Status.ShouldBe(HttpStatusCode.InternalServerError);

        observed.Statements.Before = null;
        (await CountAsync()).ShouldBe((0, 0));
    }

    private Task<Answer> SendAsync(string key) => _service.Admin.Send(HttpMethod.Post, "/api/v1/policies", new { title = "x" }, ("Idempotency-Key", key));

    private Task<(int Records, int Keys)> CountAsync() => _service.InDatabaseAsync(async db => (await db.Set<Policy>().CountAsync(), await db.Set<IdempotencyRecord>().CountAsync()));

    private Task<int> ForgetAsync() => _service.InDatabaseAsync(async db => await db.Set<IdempotencyRecord>().ExecuteDeleteAsync() + await db.Set<Policy>().ExecuteDeleteAsync());
}
