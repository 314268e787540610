using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace QualityGovernance.Platform.Http;

/// <summary>Every error, from wherever it comes, leaves through <see cref="ApiProblemWriter"/>.</summary>
internal static class ApiErrors
{
    public static void AddApiErrors(this IServiceCollection services)
    {
        // Before the framework's writer, which leaves callers that do not accept JSON without an answer.
        services.AddSingleton<IProblemDetailsWriter, ApiProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiExceptionHandler>();
        // Refused bodies and parameters arrive as exceptions, which say what was wrong with them, in every environment.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }
}
