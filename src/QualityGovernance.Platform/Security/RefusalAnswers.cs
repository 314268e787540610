using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Security;

/// <summary>Names the permission that was missing.</summary>
internal sealed class RefusalAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _otherwise = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var missing = authorizeResult.Forbidden ? policy.Requirements.OfType<PermissionRequirement>().FirstOrDefault() : null;
        return missing is null
            ? _otherwise.HandleAsync(next, context, policy, authorizeResult)
            : ApiProblem.Forbidden($"This needs the permission {missing.Permission}. Ask an administrator for a role that has it.").ExecuteAsync(context);
    }
}
