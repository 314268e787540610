using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>Registers what seals the audit trail.</summary>
internal static class TrailSealing
{
    public static IServiceCollection AddTrailSealing(this IServiceCollection services, DatabaseSettings database) => services
        .AddSingleton(_ => new SealerConnections(database))
        .AddSingleton<AuditSealer>()
        .AddHostedService<SealingService>();
}
