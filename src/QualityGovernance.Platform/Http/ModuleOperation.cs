using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using QualityGovernance.Platform.Idempotency;

namespace QualityGovernance.Platform.Http;

/// <summary>What the document says of an operation because it belongs to a module: conditions, keys, and the answers to them.</summary>
internal static class ModuleOperation
{
    private const int LongestCondition = 1_000;

    public static void Describe(OpenApiOperation operation, string? method, IList<object> metadata, Action<string, string> answer)
    {
        operation.Parameters ??= [];
        answer("429", "Too many requests; Retry-After says how long to wait");
        if (method == HttpMethods.Get)
        {
            if (!ShowsAResource(metadata)) return;
            operation.Parameters.Add(Header("If-None-Match", "Entity tags. If the resource still has one of them, the answer is 304 without a body.", LongestCondition));
            operation.Responses!.TryAdd("304", new OpenApiResponse { Description = "The caller has it" });
            return;
        }

        answer("409", "The request conflicts with the present state");
        if (operation.RequestBody is not null) answer("413", "The body is too large");
        if (method != HttpMethods.Post)
        {
            operation.Parameters.Add(Header("If-Match", "The entity tag that the resource must still have.", LongestCondition));
            answer("412", "The resource was changed since it was read");
        }
        else if (IsIdempotent(metadata))
        {
            operation.Parameters.Add(Header(IdempotentRequest.HeaderName, "The same key with the same body is executed once in 24 hours; the first answer is given again.", IdempotentRequest.LongestKey));
        }
    }

    /// <summary>As the filter that gives entity tags finds it in an answer.</summary>
    private static bool ShowsAResource(IList<object> metadata) =>
        metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer is { StatusCode: StatusCodes.Status200OK, Type: { } type } && TypedAnswers.IsOne(type));

    private static bool IsIdempotent(IList<object> metadata) =>
        !metadata.OfType<IAllowAnonymous>().Any() && !metadata.OfType<NotIdempotentMetadata>().Any();

    private static OpenApiParameter Header(string name, string description, int longest) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = longest },
    };
}
