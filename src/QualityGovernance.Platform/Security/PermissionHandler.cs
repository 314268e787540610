using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace QualityGovernance.Platform.Security;

/// <summary>Judges a permission by what the database said about the account in this very request.</summary>
internal sealed class PermissionHandler(IHttpContextAccessor accessor) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (accessor.HttpContext is { } http && CurrentUser.Of(http)?.May(requirement.Permission) == true) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
