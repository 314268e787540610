using Microsoft.Extensions.Configuration;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Tests.Support;

/// <summary>Checks settings without a process.</summary>
internal static class Loading
{
    public static SettingsResult Load(this Dictionary<string, string> environment) =>
        SettingsLoader.Load(new ConfigurationBuilder().AddInMemoryCollection(environment.ToDictionary(e => e.Key, e => (string?)e.Value)).Build());

    public static QgpSettings Accepted(this Dictionary<string, string> environment)
    {
        var result = environment.Load();
        result.Problems.ShouldBeEmpty();
        return result.Settings.ShouldNotBeNull();
    }

    /// <summary>The one problem there is.</summary>
    public static string Refused(this Dictionary<string, string> environment)
    {
        var result = environment.Load();
        result.Settings.ShouldBeNull();
        return result.Problems.ShouldHaveSingleItem();
    }
}
