using QualityGovernance.Platform;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Http;
using QualityGovernance.Web;
using QualityGovernance.Web.Commands;
using QualityGovernance.Web.Health;
using QualityGovernance.Web.Meta;

return ServiceCommands.Find(args) is { } command ? await command() : await ServeAsync(args);

// Apart from the commands, so that a health probe does not pay for loading the host.
static async Task<int> ServeAsync(string[] args)
{
    var loaded = SettingsSources.Load(args);
    if (loaded.Settings is not { } settings)
        return ConfigurationReport.Refuse(loaded);

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = settings.Environment.ToString() });
    builder.AddPlatform(settings);
    builder.Services.AddBuildInfo(builder.Configuration);

    var app = builder.Build();
    app.UsePlatform();
    app.MapHealth();
    app.MapMeta();
    app.MapApiDocument(settings);
    return await app.ServeAsync(settings);
}
