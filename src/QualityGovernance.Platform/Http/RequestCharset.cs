using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace QualityGovernance.Platform.Http;

/// <summary>Refuses a body in a charset that nobody knows, which the framework takes for a fault of the service.</summary>
internal sealed class RequestCharset(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => !HasBody(context) || IsKnown(context.Request.ContentType)
        ? next(context)
        : ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "The charset that Content-Type names is not known. Send the body as UTF-8.").ExecuteAsync(context);

    private static bool HasBody(HttpContext context) => context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false;

    private static bool IsKnown(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue) return true;
        try
        {
            // Null when there is no such encoding.
            return type.Encoding is not null;
        }
        catch (NotSupportedException)
        {
            // There is, and the framework refuses to read it: UTF-7.
            return false;
        }
    }
}
