using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using QualityGovernance.Platform.Idempotency;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Idempotency;

public sealed class IdempotencyCleanupTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private readonly SteppedTime _time = new();

    [Fact]
    public async Task Expired_keys_are_removed_every_fifteen_minutes()
    {
        using var cleanup = await StartedAsync(service.Services.GetRequiredService<IServiceScopeFactory>());
        for (var round = 0; round < 2; round++)
        {
            await AddExpiredAsync();
            _time.Advance(Interval - TimeSpan.FromSeconds(1));
            (await CountAsync()).ShouldBe(1);

            _time.Advance(TimeSpan.FromSeconds(1));
            await UntilRemovedAsync();
        }

        await cleanup.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_round_that_the_database_refuses_is_followed_by_the_next()
    {
        var scopes = new FailingScopes(service.Services.GetRequiredService<IServiceScopeFactory>(), new SqliteException("database is locked", 5));
        using var cleanup = await StartedAsync(scopes);
        await AddExpiredAsync();

        _time.Advance(Interval);
        await UntilAsync(() => Task.FromResult(scopes.Failures == 1));
        (await CountAsync()).ShouldBe(1);

        _time.Advance(Interval);
        await UntilRemovedAsync();
        await cleanup.StopAsync(CancellationToken.None);
    }

    /// <summary>What the test above would see of a service that a refused round ends: a fault that it does not forgive is one.</summary>
    [Fact]
    public async Task A_fault_that_is_none_of_the_database_ends_it_and_nothing_is_removed_any_more()
    {
        using var cleanup = await StartedAsync(new FailingScopes(service.Services.GetRequiredService<IServiceScopeFactory>(), new NotSupportedException("planted")));
        await AddExpiredAsync();

        _time.Advance(Interval);
        (await Should.ThrowAsync<NotSupportedException>(() => cleanup.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30)))).Message.ShouldBe("planted");

        _time.Advance(Interval);
        (await CountAsync()).ShouldBe(1);
    }

    private async Task<IdempotencyCleanup> StartedAsync(IServiceScopeFactory scopes)
    {
        var cleanup = new IdempotencyCleanup(scopes, _time, NullLogger<IdempotencyCleanup>.Instance);
        await service.InDatabaseAsync(db => db.Set<IdempotencyRecord>().ExecuteDeleteAsync());
        await cleanup.StartAsync(CancellationToken.None);
        await UntilAsync(() => Task.FromResult(_time.HasTimer)); // it starts beside the test
        return cleanup;
    }

    private Task AddExpiredAsync() => service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(
        "INSERT INTO idempotency_keys (actor_id, key, operation, request_hash, status, expires_at) VALUES ({0}, 'expired', 'POST /', '', 201, 1)", service.AdminId));

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.Set<IdempotencyRecord>().CountAsync());

    private Task UntilRemovedAsync() => UntilAsync(async () => await CountAsync() == 0);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo()) await look.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>The first scope that is asked for fails.</summary>
    private sealed class FailingScopes(IServiceScopeFactory scopes, Exception first) : IServiceScopeFactory
    {
        private int _failures;

        public int Failures => _failures;

        public IServiceScope CreateScope() => Interlocked.CompareExchange(ref _failures, 1, 0) == 0 ? throw first : scopes.CreateScope();
    }
}
