using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace QualityGovernance.Platform.Idempotency;

/// <summary>Registers what makes a POST with an Idempotency-Key happen once.</summary>
public static class IdempotencyRegistration
{
    internal static IServiceCollection AddIdempotency(this IServiceCollection services) => services
        .AddSingleton<IdempotentRequest>()
        .AddScoped<IdempotencyStore>()
        .AddHostedService<IdempotencyCleanup>();

    /// <summary>The operation ignores an Idempotency-Key: what it answers or is sent must not be kept.</summary>
    public static TBuilder NotIdempotent<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NotIdempotentMetadata(reason));
}
