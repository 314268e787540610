using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace QualityGovernance.Platform.Http;

/// <summary>An answer that was written into memory: it can be hashed, stored and sent, or thrown away, before the caller sees a byte of it.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Body">Small: what an operation answers about one record.</param>
internal sealed record CapturedAnswer(int Status, byte[] Body) : IResult, IStatusCodeHttpResult
{
    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public string? EntityTag { get; init; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    public static async Task<CapturedAnswer> OfAsync(IResult result, HttpContext http)
    {
        if (result is CapturedAnswer captured) return captured;
        var served = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var memory = new MemoryStream();
        var inMemory = new StreamResponseBodyFeature(memory); // knows no other feature: what starts it does not start the answer
        http.Features.Set<IHttpResponseBodyFeature>(inMemory);
        try
        {
            await result.ExecuteAsync(http);
            await inMemory.CompleteAsync();
            var headers = http.Response.Headers;
            return new(http.Response.StatusCode, memory.ToArray()) { ContentType = http.Response.ContentType, Location = headers.Location };
        }
        finally
        {
            http.Features.Set(served);
            http.Response.Clear();
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Location is not null) response.Headers.Location = Location;
        if (EntityTag is not null) response.Headers.ETag = EntityTag;
        if (Body.Length == 0) return;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}
