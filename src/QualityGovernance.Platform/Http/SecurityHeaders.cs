using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Http;

/// <summary>What browsers must not do with an answer.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, QgpSettings settings)
{
    /// <summary>An answer of the service is data: nothing in it is run, shown in a frame, or sent on.</summary>
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>The reference page is one document with scripts and styles in it.</summary>
    private const string PagePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";

    /// <summary>One year; heeded by browsers only where the proxy in front speaks TLS.</summary>
    private const string TransportPolicy = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                var (http, guarded) = ((HttpContext, bool))state;
                Set(http, guarded);
                return Task.CompletedTask;
            },
            (context, settings.Environment.IsGuarded()));
        return next(context);
    }

    private static void Set(HttpContext context, bool guarded)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(ApiDocument.PagePath) ? PagePolicy : DataPolicy;
        if (guarded)
            headers.StrictTransportSecurity = TransportPolicy;
        // What carries a validator may be kept and asked for again; anything else not at all.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = headers.ETag.Count > 0 ? "private, no-cache" : "no-store";
    }
}
