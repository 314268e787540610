using Microsoft.Extensions.Configuration;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Commands;

/// <summary>
/// Prints the OpenAPI document of the built service without serving it: no port, no database, and no setting of the machine it runs on, so that
/// the text is the same everywhere.
/// </summary>
internal static class DescribeApiCommand
{
    /// <param name="build">Builds the host with its operations.</param>
    public static async Task<int> RunAsync(Func<QgpSettings, WebApplication> build)
    {
        var defaults = SettingsLoader.Load(new ConfigurationBuilder().Build());
        if (defaults.Settings is not { } settings) return ConfigurationReport.Refuse(defaults);

        await using var app = build(settings);
        // The host hands its operations over to whoever describes them when it starts, which this one never does.
        app.UseEndpoints(static _ => { });
        await Console.Out.WriteAsync(await ApiDocument.TextAsync(app.Services));
        return 0;
    }
}
