using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace QualityGovernance.Platform.Security;

/// <summary>How endpoints state who may call them. Every endpoint states it: a permission, a login, or that it is open to anyone.</summary>
public static class EndpointAccess
{
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(permission);
        return endpoint
            .WithMetadata(permission)
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
    }

    /// <summary>Whoever is logged in, about their own account only.</summary>
    public static TBuilder RequireLogin<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireAuthenticatedUser());

    /// <summary>Anyone, to show who they are; see <see cref="EvenRefusals"/>.</summary>
    public static RouteHandlerBuilder AllowLogin(this RouteHandlerBuilder endpoint) => endpoint.AllowAnonymous().AddEndpointFilter<EvenRefusals>();

    /// <summary>The endpoints below <c>/api</c> that state nothing; there must be none.</summary>
    public static IEnumerable<string> Unstated(IEnumerable<Endpoint> endpoints) => endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        .Where(endpoint => endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
        .Select(endpoint => endpoint.DisplayName ?? endpoint.RoutePattern.RawText!);
}
