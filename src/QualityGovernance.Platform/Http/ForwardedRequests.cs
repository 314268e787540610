using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace QualityGovernance.Platform.Http;

/// <summary>Whose word about the client counts: that of a trusted proxy, and of it the last one only. What anybody else says of it is not even seen.</summary>
internal sealed class ForwardedRequests(RequestDelegate next, ProxyAddresses proxies)
{
    private static readonly string[] Headers = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!await proxies.IsTrustedAsync(context.Connection.RemoteIpAddress, context.RequestAborted))
        {
            foreach (var header in Headers)
                context.Request.Headers.Remove(header);
        }

        await next(context);
    }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ProxyAddresses>();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = 1;

            // Who is trusted has been decided before.
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
        });
    }

    public static void Use(IApplicationBuilder app)
    {
        app.UseMiddleware<ForwardedRequests>();
        app.UseForwardedHeaders();
    }
}
