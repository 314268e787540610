using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Commands;

/// <summary>Checks the settings as the service would, and stops there.</summary>
internal static class CheckConfigCommand
{
    public static int Run()
    {
        var result = SettingsSources.Load();
        if (result.Settings is not { } settings)
            return ConfigurationReport.Refuse(result);

        Console.Out.WriteLine($"The settings are in order: {settings}.");
        return 0;
    }
}
