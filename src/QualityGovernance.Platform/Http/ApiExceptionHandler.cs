using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace QualityGovernance.Platform.Http;

/// <summary>Turns what was thrown into an answer. Only what nobody foresaw is logged as an error.</summary>
internal sealed class ApiExceptionHandler(IProblemDetailsService problems, ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Problem(exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private ProblemDetails Problem(Exception exception)
    {
        if (exception is InvalidRequestException invalid)
            return ApiProblem.ValidationDetails(invalid.Errors);
        if (exception is BadHttpRequestException bad)
            return BindingProblem.Of(bad);

        var failure = Causes(exception).OfType<DbException>().FirstOrDefault();
        if (DatabaseFailure.IsUnstorable(failure))
        {
            // A check before should have said which field.
            logger.LogWarning(exception, "The database refused a value that validation let through");
            return ApiProblem.Details(StatusCodes.Status422UnprocessableEntity, "A value of the request cannot be stored.");
        }

        if (DatabaseFailure.IsUnavailable(failure))
        {
            logger.LogError(exception, "The database did not answer");
            return ApiProblem.Details(StatusCodes.Status503ServiceUnavailable, ApiMessages.Unavailable, ApiProblem.RetryAfter(DatabaseRetry));
        }

        logger.LogError(exception, "A request failed with an exception that nothing handles");
        return ApiProblem.Details(StatusCodes.Status500InternalServerError, ApiMessages.Unhandled);
    }

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
