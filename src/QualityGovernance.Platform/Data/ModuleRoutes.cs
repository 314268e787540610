using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace QualityGovernance.Platform.Data;

/// <summary>The start of every feature's endpoints.</summary>
public static class ModuleRoutes
{
    /// <summary>A group of operations on records below one path.</summary>
    public static RouteGroupBuilder MapModule(this IEndpointRouteBuilder routes, string path, string tag) =>
        routes.MapGroup(path).WithTags(tag).AddEndpointFilter<RouteGroupBuilder, ConflictFilter>();
}
