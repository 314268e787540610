using System.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>
/// Makes a change only if the resource is still what the caller has read (If-Match). The check and the change see one snapshot of the database: whoever
/// changes the resource between the two makes the change fail, see <see cref="ConflictFilter"/>.
/// </summary>
internal sealed class PreconditionFilter(Resources resources) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (match, noneMatch) = (http.Request.Headers.IfMatch, http.Request.Headers.IfNoneMatch);
        if (!IsConditional(http.Request)) return await next(context);

        var errors = new FieldErrors().EntityTags(HeaderNames.IfMatch, match).EntityTags(HeaderNames.IfNoneMatch, noneMatch);
        if (errors.Any) return errors.ToProblem();

        var db = http.RequestServices.GetRequiredService<QgpDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, http.RequestAborted);
        db.Database.AutoSavepointsEnabled = false;
        if (resources.Reader(http) is null && !IsAny(match))
            return ApiProblem.PreconditionFailed("There is no ETag at this address, so that none can match. Send the change without a condition.");
        // Nothing to read: the operation itself says that, and why.
        if (await resources.CurrentTagAsync(http) is { Length: > 0 } current && !Holds(match, noneMatch, current)) return ApiProblem.PreconditionFailed();

        var result = await next(context);
        if (TypedAnswers.IsSuccess(result)) await transaction.CommitAsync(http.RequestAborted);
        return result;
    }

    /// <summary>The request wants to change a resource that is as the caller knows it.</summary>
    internal static bool IsConditional(HttpRequest request) =>
        (HttpMethods.IsPut(request.Method) || HttpMethods.IsPatch(request.Method) || HttpMethods.IsDelete(request.Method))
        && (request.Headers.IfMatch.Count > 0 || request.Headers.IfNoneMatch.Count > 0);

    private static bool IsAny(StringValues match) => match is ["*"];

    private static bool Holds(StringValues match, StringValues noneMatch, string current) =>
        (match.Count == 0 || (EntityTags.TryRead(match, out var wanted) && wanted.MatchesStrongly(current)))
        && (noneMatch.Count == 0 || (EntityTags.TryRead(noneMatch, out var unwanted) && !unwanted.MatchesWeakly(current)));
}
