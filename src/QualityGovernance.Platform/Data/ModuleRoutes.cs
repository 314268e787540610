using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Idempotency;

namespace QualityGovernance.Platform.Data;

/// <summary>The start of every feature's endpoints.</summary>
public static class ModuleRoutes
{
    /// <summary>
    /// A group of operations on records below one path. All of them have entity tags and conditions on them, a POST happens once per Idempotency-Key, and who comes
    /// second is told so.
    /// </summary>
    public static RouteGroupBuilder MapModule(this IEndpointRouteBuilder routes, string path, string tag) =>
        routes.MapGroup(path)
            .WithTags(tag)
            .WithMetadata(new ModuleMetadata())
            .AddEndpointFilter<RouteGroupBuilder, IdempotencyFilter>() // outermost
            .AddEndpointFilter<RouteGroupBuilder, PreconditionFilter>()
            .AddEndpointFilter<RouteGroupBuilder, EntityTagFilter>()
            .AddEndpointFilter<RouteGroupBuilder, ConflictFilter>();
}
