using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Web.Health;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Health").AllowAnonymous();
        group.MapGet(Probes.Liveness, Live).WithName("GetLiveness").WithSummary("The process answers; nothing else is asked");
        group.MapGet(Probes.LivenessAlias, Live).WithName("GetHealth").WithSummary("The same as /healthz");
        group.MapGet(Probes.Readiness, ReadyAsync).WithName("GetReadiness").WithSummary("The service can take requests")
            .Produces<Ready>()
            .Produces<NotReady>(StatusCodes.Status503ServiceUnavailable, ApiProblem.ContentType);
    }

    private static Ok<Liveness> Live(HttpContext context) => TypedResults.Ok(new Liveness("ok", context.GetRequestId()));

    private static async Task<IResult> ReadyAsync(HttpContext context, Readiness readiness, ISchemaProbe probe, BuildInfo build)
    {
        var (schema, problem) = await readiness.AskAsync(probe, context.RequestAborted);
        var requestId = context.GetRequestId();
        if (problem is null)
            return TypedResults.Ok(new Ready("ready", "connected", schema?.Applied, build.Version, requestId));

        return TypedResults.Json(
            NotReady.Because(problem, schema, build.Version, requestId),
            contentType: ApiProblem.ContentType,
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
