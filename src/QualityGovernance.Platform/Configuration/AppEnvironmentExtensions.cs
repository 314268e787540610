namespace QualityGovernance.Platform.Configuration;

public static class AppEnvironmentExtensions
{
    /// <summary>True where real data live: placeholders, SQLite and databases on this machine are refused there.</summary>
    public static bool IsGuarded(this AppEnvironment environment) =>
        environment is AppEnvironment.Staging or AppEnvironment.Production;

    /// <summary>The spelling that <c>APP_ENV</c> takes.</summary>
    public static string ToSettingValue(this AppEnvironment environment) => environment switch
    {
        AppEnvironment.Development => "development",
        AppEnvironment.Testing => "testing",
        AppEnvironment.Staging => "staging",
        AppEnvironment.Production => "production",
        _ => throw new ArgumentOutOfRangeException(nameof(environment), environment, "There is no such environment."),
    };
}
