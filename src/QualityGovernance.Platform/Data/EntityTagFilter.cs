using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Gives an answer that shows one resource its entity tag, and spares a reader what the reader has.</summary>
internal sealed class EntityTagFilter(Resources resources) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var result = await next(context);
        if (!ShowsAResource(result, http)) return result;

        var answer = await CapturedAnswer.OfAsync((IResult)result!, http);
        var tag = EntityTags.Of(answer.Body);
        return HttpMethods.IsGet(http.Request.Method) && HasIt(http.Request, tag)
            ? new CapturedAnswer(StatusCodes.Status304NotModified, []) { EntityTag = tag }
            : answer with { EntityTag = tag };
    }

    /// <summary>A change that answers with something else than reading does (a message, a summary) answers with no resource, and gets no tag.</summary>
    private bool ShowsAResource(object? result, HttpContext http)
    {
        if (result is not IResult || TypedAnswers.Shown(result) is not { } shown) return false;
        var status = TypedAnswers.Status(result);
        if (HttpMethods.IsGet(http.Request.Method)) return status == StatusCodes.Status200OK;
        return HttpMethods.IsPost(http.Request.Method)
            ? status == StatusCodes.Status201Created && Resources.IsRead(shown, http)
            : status == StatusCodes.Status200OK && resources.Reader(http) is { } reader && Resources.Reads(reader, shown);
    }

    /// <summary>A header that is no list of tags is ignored: the whole answer is never wrong.</summary>
    private static bool HasIt(HttpRequest request, string tag) =>
        EntityTags.TryRead(request.Headers.IfNoneMatch, out var tags) && tags.MatchesWeakly(tag);
}
