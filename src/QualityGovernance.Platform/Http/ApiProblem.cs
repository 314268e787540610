using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// The errors that handlers return. Request id, instance and the rest of the envelope are filled in when the answer is written,
/// see <see cref="ApiProblemWriter"/>.
/// </summary>
public static class ApiProblem
{
    /// <summary>The content type of every error.</summary>
    public const string ContentType = "application/problem+json";

    internal const string DetailsKey = "details";

    /// <summary>Inside <c>details</c>, in seconds; also sent as the <c>Retry-After</c> header.</summary>
    internal const string RetryAfterKey = "retry_after";

    /// <param name="what">The kind of thing, as people call it: <c>Policy</c>.</param>
    /// <param name="id">The id that was asked for.</param>
    public static ProblemHttpResult NotFound(string what, object id) =>
        Of(StatusCodes.Status404NotFound, $"{what} {id} does not exist.");

    public static ProblemHttpResult Conflict(string message, IReadOnlyDictionary<string, object?>? details = null) =>
        Of(StatusCodes.Status409Conflict, message, details);

    public static ProblemHttpResult Unauthorized(string message = ApiMessages.Unauthorized) =>
        Of(StatusCodes.Status401Unauthorized, message);

    public static ProblemHttpResult Forbidden(string message = ApiMessages.Forbidden) =>
        Of(StatusCodes.Status403Forbidden, message);

    /// <summary>The entry was changed since the caller read it.</summary>
    public static ProblemHttpResult PreconditionFailed(string message = ApiMessages.PreconditionFailed) =>
        Of(StatusCodes.Status412PreconditionFailed, message);

    public static ProblemHttpResult Validation(FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return TypedResults.Problem(ValidationDetails(errors));
    }

    public static ProblemHttpResult Validation(string field, string message) => Validation(new FieldErrors().Add(field, message));

    public static ProblemHttpResult TooManyRequests(TimeSpan retryAfter, string message = ApiMessages.TooManyRequests) =>
        Of(StatusCodes.Status429TooManyRequests, message, RetryAfter(retryAfter));

    /// <summary>Any other status, with what the caller can use to go on.</summary>
    public static ProblemHttpResult Of(int status, string message, IReadOnlyDictionary<string, object?>? details = null) =>
        TypedResults.Problem(Details(status, message, details));

    internal static ProblemDetails Details(int status, string message, IReadOnlyDictionary<string, object?>? details = null)
    {
        var problem = new ProblemDetails { Status = status, Detail = message };
        if (details is not null)
            problem.Extensions[DetailsKey] = details;
        return problem;
    }

    internal static ProblemDetails ValidationDetails(FieldErrors errors) =>
        Details(
            StatusCodes.Status422UnprocessableEntity,
            ApiMessages.Validation,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors.Items });

    internal static Dictionary<string, object?> RetryAfter(TimeSpan wait) =>
        new(StringComparer.Ordinal) { [RetryAfterKey] = (int)Math.Ceiling(Math.Max(1, wait.TotalSeconds)) };
}
