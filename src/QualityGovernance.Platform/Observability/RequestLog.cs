using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Serilog.Events;

namespace QualityGovernance.Platform.Observability;

/// <summary>
/// One line per request. The route pattern rather than the address, and never the query: either may hold what a caller keeps secret.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, Serilog.ILogger logger, TimeProvider clock)
{
    private const string NoRoute = "(no route)";

    public async Task InvokeAsync(HttpContext context)
    {
        var start = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var status = context.Response.StatusCode;
            logger.ForContext<RequestLog>().Write(
                Level(context, status),
                "{method} {route} answered {status} in {duration_ms} ms",
                context.Request.Method,
                Route(context),
                status,
                Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 1));
        }
    }

    private static LogEventLevel Level(HttpContext context, int status)
    {
        if (status >= StatusCodes.Status500InternalServerError && !Probes.Is(context.Request.Path))
            return LogEventLevel.Error;
        return Probes.Is(context.Request.Path) ? LogEventLevel.Debug : LogEventLevel.Information;
    }

    /// <summary>An exception handler takes the endpoint away and leaves it in its feature.</summary>
    private static string Route(HttpContext context)
    {
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute;
    }
}
