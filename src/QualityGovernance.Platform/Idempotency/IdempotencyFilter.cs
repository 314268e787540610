using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Idempotency;

/// <summary>
/// Executes a POST with an Idempotency-Key once. The key and the answer are saved in the transaction of what the request does: both are there afterwards, or
/// neither is. A second request with the key waits for the end of the first. What is refused is not kept: the request may be put right and sent again.
/// </summary>
internal sealed class IdempotencyFilter(IdempotentRequest requests) : IEndpointFilter
{
    public const string ReplayHeader = "Idempotency-Replayed";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!IsIdempotent(http, out var user)) return await next(context);
        if (http.Request.Headers[IdempotentRequest.HeaderName] is not [var key] || !IdempotentRequest.IsWellFormed(key))
            return ApiProblem.Validation(IdempotentRequest.HeaderName, $"This must be one text of 1 to {IdempotentRequest.LongestKey} visible ASCII characters.");

        var cancellation = http.RequestAborted;
        var (operation, hash) = (IdempotentRequest.OperationOf(http.Request), await requests.HashAsync(http.Request, cancellation));
        var db = http.RequestServices.GetRequiredService<QgpDbContext>();
        var store = http.RequestServices.GetRequiredService<IdempotencyStore>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Database.AutoSavepointsEnabled = false;
        if (await store.TakeAsync(user.Id, key!, operation, hash, cancellation) is { } before)
            return before.RequestHash == hash ? Replay(before, http) : Another(before);

        var result = await next(context);
        if (!TypedAnswers.IsSuccess(result)) return result;
        var answer = await CapturedAnswer.OfAsync(result as IResult ?? TypedResults.Ok(result), http);
        await store.KeepAsync(user.Id, key!, answer, cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }

    private static bool IsIdempotent(HttpContext http, out CurrentUser user)
    {
        user = CurrentUser.Of(http)!;
        return user is not null
            && HttpMethods.IsPost(http.Request.Method)
            && http.Request.Headers.ContainsKey(IdempotentRequest.HeaderName)
            && http.GetEndpoint()?.Metadata.GetMetadata<NotIdempotentMetadata>() is null;
    }

    private static CapturedAnswer Replay(IdempotencyRecord before, HttpContext http)
    {
        http.Response.Headers[ReplayHeader] = "true";
        return new(before.Status, before.Body ?? []) { ContentType = before.ContentType, Location = before.Location, EntityTag = before.EntityTag };
    }

    private static IResult Another(IdempotencyRecord before) => ApiProblem.Validation(
        IdempotentRequest.HeaderName, $"This was used for another request ({before.Operation}) or another body. Send a new key with a new request.");
}
