using QualityGovernance.Platform.Observability;
using QualityGovernance.Web.Health;

namespace QualityGovernance.Web.Meta;

internal static class MetaEndpoints
{
    public static void AddBuildInfo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(BuildInfo.From(configuration, typeof(MetaEndpoints).Assembly));
        services.AddSingleton<Readiness>();
    }

    public static void MapMeta(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/meta/version", VersionAsync)
            .WithTags("Meta").WithName("GetVersion").WithSummary("What runs here: what a deployment is checked against")
            .AllowAnonymous();

    private static async Task<Ok<RunningVersion>> VersionAsync(HttpContext context, Readiness readiness, ISchemaProbe probe, BuildInfo build)
    {
        var schema = await readiness.SchemaAsync(probe, context.RequestAborted);
        return TypedResults.Ok(new RunningVersion(build.Version, build.Commit, build.BuildId, schema.Applied));
    }
}
