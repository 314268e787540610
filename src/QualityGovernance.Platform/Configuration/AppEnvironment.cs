namespace QualityGovernance.Platform.Configuration;

/// <summary>Where the service runs. Written in <c>APP_ENV</c> in lower case, exactly.</summary>
public enum AppEnvironment
{
    Development,
    Testing,
    Staging,
    Production,
}
