using System.Net;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Security;

public abstract class SignInThrottleTests(IServiceUnderTest service)
{
    private const string Password = "correct horse battery";
    private static readonly string Hash = new Passwords().Hash(Password);

    [Fact]
    public async Task Repeated_failures_are_slowed_down_even_for_the_right_password_until_the_wait_is_over()
    {
        var email = await AccountAsync();
        for (var failure = 0; failure < 5; failure++) (await LoginAsync(email, "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var blocked = (await LoginAsync(email, Password)).MustBe(HttpStatusCode.TooManyRequests);
        var wait = blocked.Headers.RetryAfter!.Delta!.Value;
        wait.ShouldBeGreaterThan(TimeSpan.Zero);

        service.Time.Advance(wait + TimeSpan.FromSeconds(1));
        (await LoginAsync(email, Password)).Status.ShouldBe(HttpStatusCode.OK);
        (await LoginAsync(email, "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        service.Time.Reset();
    }

    [Fact]
    public async Task Each_further_failure_waits_longer()
    {
        var email = await AccountAsync();
        for (var failure = 0; failure < 5; failure++) await LoginAsync(email, "wrong");
        var first = (await LoginAsync(email, "wrong")).Headers.RetryAfter!.Delta!.Value;
        service.Time.Advance(first + TimeSpan.FromSeconds(1));
        (await LoginAsync(email, "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await LoginAsync(email, "wrong")).Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(first);
        service.Time.Reset();
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_slowed_down_alike()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        for (var failure = 0; failure < 5; failure++) (await LoginAsync(email, "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await LoginAsync(email, "wrong")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Guessing_in_parallel_gains_nothing()
    {
        var email = await AccountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => LoginAsync(email, $"guess {index}")));

        answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized).ShouldBe(5);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(15);
    }

    [Fact]
    public async Task Success_forgets_the_failures_before_it()
    {
        var email = await AccountAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var failure = 0; failure < 4; failure++) (await LoginAsync(email, "wrong")).Status.ShouldBe(HttpStatusCode.Unauthorized);
            (await LoginAsync(email, Password)).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task One_account_does_not_slow_another()
    {
        var (one, other) = (await AccountAsync(), await AccountAsync());
        for (var failure = 0; failure < 6; failure++) await LoginAsync(one, "wrong");
        (await LoginAsync(other, Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(false, false, 5)]
    [InlineData(false, true, 50)]
    [InlineData(true, false, 100)]
    public async Task An_account_at_an_address_an_account_and_an_address_each_have_their_own_limit(bool manyAccounts, bool manyAddresses, int limit)
    {
        var (account, address) = ($"{Guid.CreateVersion7():N}", $"{Guid.CreateVersion7():N}");

        var waits = await service.InDatabaseAsync(async db =>
        {
            var throttle = new SignInThrottle(db, service.Time);
            var all = new List<TimeSpan?>();
            for (var attempt = 0; attempt <= limit; attempt++)
                all.Add(await throttle.TryAsync(manyAccounts ? $"{account} {attempt}" : account, manyAddresses ? $"{address} {attempt}" : address, CancellationToken.None));
            return all;
        });

        waits.SkipLast(1).ShouldAllBe(wait => wait == null);
        waits[^1].ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_wait_doubles_up_to_the_longest_and_no_further()
    {
        var (account, address) = ($"{Guid.CreateVersion7():N}", $"{Guid.CreateVersion7():N}");

        var waits = await service.InDatabaseAsync(async db =>
        {
            var throttle = new SignInThrottle(db, service.Time);
            var all = new List<double>();
            for (var attempt = 0; all.Count < 7; attempt++)
            {
                if (await throttle.TryAsync(account, address, CancellationToken.None) is not { } wait) continue;
                all.Add(wait.TotalSeconds);
                service.Time.Advance(wait);
            }

            return all;
        });

        waits.ShouldBe([30, 60, 120, 240, 480, 900, 900]);
        service.Time.Reset();
    }

    private async Task<string> AccountAsync()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        await service.AddUserAsync(Hash, email);
        return email;
    }

    private Task<Answer> LoginAsync(string email, string password) => service.Anonymous.Post("/api/v1/auth/login", new { email, password });
}

[Trait("Needs", "Engine")]
public sealed class SignInThrottleTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : SignInThrottleTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class SignInThrottleTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : SignInThrottleTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
