using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Idempotency;

/// <summary>Keeps the body of a request with an Idempotency-Key, so that it can be compared after it was bound.</summary>
internal sealed class RequestBuffering(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // No body is larger than what is kept in memory, so that none is written to a disk.
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.ContainsKey(IdempotentRequest.HeaderName))
            context.Request.EnableBuffering(bufferThreshold: (int)Listening.LargestBody);
        return next(context);
    }
}
