using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace QualityGovernance.Platform.Observability;

internal static class DrainingExtensions
{
    public static void AddDraining(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RequestCounter>();
        builder.Services.AddSingleton<Drain>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Drain>());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Drain.HostLimit);
    }
}
