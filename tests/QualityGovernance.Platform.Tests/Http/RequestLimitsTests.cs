using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

public class RequestLimitsTests
{
    private const int Limit = 2;

    [Fact]
    public async Task Who_asks_too_much_is_told_how_long_to_wait_and_health_goes_on()
    {
        await using var host = await StartAsync(Limit);
        for (var index = 0; index < Limit; index++) (await host.Client.AskAsync("/samples")).StatusCode.ShouldBe(200);

        var refused = await host.Client.AskAsync("/samples");

        refused.ShouldBeAProblem(429);
        int.Parse(refused.Header("Retry-After")!).ShouldBeInRange(1, 60 / Limit);
        (await host.Client.AskAsync("/healthz")).StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task Each_user_has_a_limit_of_their_own()
    {
        await using var host = await StartAsync(Limit);
        for (var index = 0; index < Limit; index++) (await host.Client.AskAsync("/samples?user=1")).StatusCode.ShouldBe(200);

        (await host.Client.AskAsync("/samples?user=1")).StatusCode.ShouldBe(429);
        (await host.Client.AskAsync("/samples?user=2")).StatusCode.ShouldBe(200);
        (await host.Client.AskAsync("/samples")).StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(119)]
    [InlineData(6_000)]
    public void A_minute_brings_as_much_as_the_setting_says(int perMinute)
    {
        var bucket = RequestLimits.Bucket(perMinute);
        (bucket.TokensPerPeriod * (TimeSpan.FromMinutes(1) / bucket.ReplenishmentPeriod)).ShouldBe(perMinute, tolerance: 0.01);
        bucket.TokenLimit.ShouldBe(perMinute);
    }

    [Fact]
    public async Task Zero_is_no_limit()
    {
        await using var host = await StartAsync(0);
        for (var index = 0; index < 10 * Limit; index++) (await host.Client.AskAsync("/samples")).StatusCode.ShouldBe(200);
    }

    private static Task<PlatformHost> StartAsync(int limit) => PlatformHost.StartAsync(
        app =>
        {
            app.Use((http, next) =>
            {
                if (http.Request.Query["user"] is [{ } user]) new CurrentUser(int.Parse(user), false, new HashSet<string>()).Attach(http);
                return next(http);
            });
            app.UseRequestLimits();
            app.MapGet("/samples", () => TypedResults.Ok());
            app.MapGet("/healthz", () => TypedResults.Ok());
        },
        new Dictionary<string, string> { ["RATE_LIMIT_PER_MINUTE"] = $"{limit}" });
}
