using QualityGovernance.Web.Features.Identity.Auth;

namespace QualityGovernance.Web.Features.Identity;

public static class IdentityRegistration
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddScoped<IAccountDirectory, AccountDirectory>();
        services.AddScoped<Sessions>();
        return services;
    }
}
