using System.Reflection;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace QualityGovernance.Platform.Security;

/// <summary>Registers authentication, permissions and password handling.</summary>
public static class SecurityRegistration
{
    /// <param name="services">The service's; they hold the settings and, from a feature, an <see cref="IAccountDirectory"/>.</param>
    /// <param name="features">Declares the permissions.</param>
    public static IServiceCollection AddQgpSecurity(this IServiceCollection services, Assembly features)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddSingleton(PermissionCatalogue.Of(features));
        services.AddSingleton<Passwords>();
        services.AddSingleton(new LoginTiming());
        services.AddSingleton<Tokens>();
        services.AddScoped<SignInThrottle>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerTokens>();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalAnswers>();
        return services;
    }
}
