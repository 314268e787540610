using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace QualityGovernance.Platform.Http;

/// <summary>Refuses a body in a charset that nobody knows, which the framework takes for a fault of the service.</summary>
internal sealed class RequestCharset(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => IsKnown(context.Request.ContentType)
        ? next(context)
        : ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "The charset that Content-Type names is not known. Send the body as UTF-8.").ExecuteAsync(context);

    private static bool IsKnown(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue) return true;
        // Null when there is no such encoding.
        return type.Encoding is not null;
    }
}
