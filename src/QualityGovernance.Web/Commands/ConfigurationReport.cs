using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Web.Commands;

/// <summary>Says what is wrong with the settings: every problem, one line each.</summary>
internal static class ConfigurationReport
{
    public static int Refuse(SettingsResult result)
    {
        foreach (var problem in result.Problems)
            Console.Error.WriteLine(problem);
        return SettingsResult.RefusedExitCode;
    }
}
