using System.Buffers;
using Microsoft.AspNetCore.Http;
using Serilog.Context;

namespace QualityGovernance.Platform.Http;

/// <summary>Gives every request an id: the caller's when it is well-formed, else a new one; in every answer and log entry.</summary>
public sealed class RequestIds(RequestDelegate next)
{
    public const string HeaderName = "X-Request-ID";

    private const int Longest = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var id = Given(context.Request) ?? Guid.CreateVersion7().ToString("N");
        context.TraceIdentifier = id;
        // On starting, because an exception handler clears the headers that were set before.
        context.Response.OnStarting(
            static state =>
            {
                var response = ((HttpContext)state).Response;
                response.Headers[HeaderName] = response.HttpContext.TraceIdentifier;
                return Task.CompletedTask;
            },
            context);

        using (LogContext.PushProperty("request_id", id))
            await next(context);
    }

    internal static bool IsWellFormed(string id) => id.Length is >= 1 and <= Longest && !id.AsSpan().ContainsAnyExcept(Allowed);

    private static string? Given(HttpRequest request) =>
        request.Headers[HeaderName] is [{ } id] && IsWellFormed(id) ? id : null;
}
