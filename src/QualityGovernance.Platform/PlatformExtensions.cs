using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Idempotency;
using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Platform;

/// <summary>Everything a host of the platform needs, whatever its features are.</summary>
public static class PlatformExtensions
{
    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder, QgpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddJsonLogging(settings);
        builder.AddDraining();
        builder.ListenOn(settings.ListenAddress, settings.Port);
        ForwardedRequests.Add(builder.Services);
        builder.Services.AddStrictJson();
        builder.Services.AddApiErrors();
        builder.Services.AddAllowedOrigins(settings);
        builder.Services.AddSingleton<CursorSeal>();
        builder.Services.AddRequestLimits(settings);
        builder.Services.AddApiDocument(settings);
        return builder;
    }

    /// <summary>What stands before authentication and the endpoints, outermost first.</summary>
    public static WebApplication UsePlatform(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        ForwardedRequests.Use(app);
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<InFlightRequests>();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<RequestCharset>();
        app.UseMiddleware<RequestBuffering>();
        return app;
    }
}
