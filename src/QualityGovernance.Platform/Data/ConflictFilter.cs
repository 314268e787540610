using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Answers 409 where two requests wanted the same thing and this one came second; 412 where it had said that it must not be second.</summary>
internal sealed class ConflictFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (LostRace.Is(exception))
        {
            return PreconditionFilter.IsConditional(context.HttpContext.Request)
                ? ApiProblem.PreconditionFailed()
                : ApiProblem.Conflict("The record was changed by another request meanwhile. Read it again, then repeat the change.");
        }
        catch (ReferenceNumberTakenException exception)
        {
            return ApiProblem.Conflict(exception.Message);
        }
        catch (UniqueViolationException)
        {
            return ApiProblem.Conflict("A value that must be unique was taken by another request meanwhile. Read the list again, then choose another one.");
        }
    }
}
