namespace QualityGovernance.Web.Features.Policies;

public static class PolicyRegistration
{
    public static IServiceCollection AddPolicies(this IServiceCollection services) => services.AddScoped<IHiddenRecords, HiddenPolicies>();
}
