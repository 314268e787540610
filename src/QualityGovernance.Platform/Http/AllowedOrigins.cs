using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Idempotency;

namespace QualityGovernance.Platform.Http;

/// <summary>Which pages of other origins may call the service from a browser.</summary>
internal static class AllowedOrigins
{
    private const string Any = "*";

    private static readonly TimeSpan PreflightLifetime = TimeSpan.FromMinutes(10);

    public static void AddAllowedOrigins(this IServiceCollection services, QgpSettings settings) =>
        services.AddCors(cors => cors.AddDefaultPolicy(policy =>
        {
            // Tokens travel in a header that scripts set, so no credentials mode is needed.
            if (settings.CorsOrigins.Contains(Any))
                policy.AllowAnyOrigin();
            else
                policy.WithOrigins([.. settings.CorsOrigins]);

            policy.AllowAnyHeader()
                .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
                .WithExposedHeaders(RequestIds.HeaderName, "ETag", "Location", "Retry-After", IdempotencyFilter.ReplayHeader)
                .SetPreflightMaxAge(PreflightLifetime);
        }));
}
