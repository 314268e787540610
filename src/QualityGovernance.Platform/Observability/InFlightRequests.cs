using Microsoft.AspNetCore.Http;

namespace QualityGovernance.Platform.Observability;

/// <summary>Counts what draining waits for. Probes are not counted: they go on until the end.</summary>
internal sealed class InFlightRequests(RequestDelegate next, RequestCounter counter)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Probes.Is(context.Request.Path))
        {
            await next(context);
            return;
        }

        counter.Enter();
        try
        {
            await next(context);
        }
        finally
        {
            counter.Leave();
        }
    }
}
