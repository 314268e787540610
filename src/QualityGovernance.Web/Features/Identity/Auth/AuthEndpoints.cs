using QualityGovernance.Platform.Idempotency;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Identity.Auth;

public static class AuthEndpoints
{
    public static IEndpointRouteBuilder MapAuth(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapModule("/api/v1/auth", "Authentication");
        auth.MapPost("/login", Login.HandleAsync).AllowLogin().WithName("Login").WithSummary("Log in: an access and a refresh token");
        auth.MapPost("/refresh", Refresh.HandleAsync).AllowAnonymous().WithName("RefreshToken").WithSummary("Exchange a refresh token for a new pair, once");
        auth.MapGet("/me", ReadUsers.MeAsync).RequireLogin().WithName("GetCurrentUser").WithSummary("The account that is logged in");
        auth.MapPost("/change-password", ChangePassword.HandleAsync).RequireLogin().NotIdempotent("a password is changed once anyhow").WithName("ChangePassword").WithSummary("Change one's own password")
            .AlsoAnswers(400, "the current password is wrong");
        return routes;
    }
}
