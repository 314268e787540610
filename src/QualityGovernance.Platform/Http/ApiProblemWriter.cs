using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace QualityGovernance.Platform.Http;

/// <summary>Writes every error: problem details (RFC 9457) that also carry the envelope older clients read.</summary>
internal sealed class ApiProblemWriter : IProblemDetailsWriter
{
    /// <summary>Always: an error has this form whatever the caller accepts.</summary>
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        Complete(context.ProblemDetails, http);
        // A wrong password is told as a missing token is: RFC 9110 wants the scheme with every 401.
        if (context.ProblemDetails.Status == StatusCodes.Status401Unauthorized && http.Response.Headers.WWWAuthenticate.Count == 0) http.Response.Headers.WWWAuthenticate = "Bearer";
        if (context.ProblemDetails.Extensions[ApiProblem.DetailsKey] is IReadOnlyDictionary<string, object?> details
            && details.TryGetValue(ApiProblem.RetryAfterKey, out var seconds))
        {
            http.Response.Headers.RetryAfter = Convert.ToString(seconds, CultureInfo.InvariantCulture);
        }

        await http.Response.WriteAsJsonAsync(context.ProblemDetails, options: null, ApiProblem.ContentType, http.RequestAborted);
    }

    /// <summary>Fills in what the place that found the error does not know.</summary>
    internal static void Complete(ProblemDetails problem, HttpContext http)
    {
        var status = problem.Status ?? http.Response.StatusCode;
        problem.Status = status;
        problem.Type = "about:blank";
        problem.Title = ReasonPhrases.GetReasonPhrase(status);
        problem.Detail ??= ApiMessages.Of(status);
        problem.Instance = http.Request.Path;
        problem.Extensions["error_code"] = status.ToString(CultureInfo.InvariantCulture);
        problem.Extensions["message"] = problem.Detail;
        problem.Extensions.TryAdd(ApiProblem.DetailsKey, new Dictionary<string, object?>(StringComparer.Ordinal));
        problem.Extensions["request_id"] = http.GetRequestId();
        // Put there by the framework's own customisation; request_id and the log carry the trace.
        problem.Extensions.Remove("traceId");
    }
}
