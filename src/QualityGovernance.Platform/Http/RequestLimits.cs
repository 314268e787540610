using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Observability;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// How much one user, or one address that nobody is logged in from, may ask of one replica: a minute's worth at once, then as much as the seconds bring. Failed logins
/// are counted apart and strictly, over all replicas, see <see cref="SignInThrottle"/>.
/// </summary>
public static class RequestLimits
{
    /// <summary>After authentication, so that it is known who asks; before anything is done for them.</summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app) => app.UseRateLimiter();

    internal static void AddRequestLimits(this IServiceCollection services, QgpSettings settings) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, settings.RequestsPerMinute));
        options.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
            await ApiProblem.TooManyRequests(wait).ExecuteAsync(rejected.HttpContext);
        };
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext http, int perMinute)
    {
        if (perMinute == 0 || Probes.Is(http.Request.Path)) return RateLimitPartition.GetNoLimiter("unlimited");
        var who = CurrentUser.Of(http) is { } user
            ? string.Create(CultureInfo.InvariantCulture, $"user {user.Id}")
            : $"address {ClientNetwork.Of(http)}";
        return RateLimitPartition.GetTokenBucketLimiter(who, _ => Bucket(perMinute));
    }

    internal static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1.0 / perMinute),
    };
}
