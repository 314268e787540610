using Microsoft.Extensions.Configuration;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Turns a configuration into checked settings, or into the whole list of what is wrong with it.</summary>
public static class SettingsLoader
{
    public static SettingsResult Load(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var reader = new SettingsReader(configuration);

        var environment = reader.Read(SettingsTable.AppEnv, AppEnvironment.Production);
        if (reader.IsWrong(SettingsTable.AppEnv))
            environment = AppEnvironment.Production; // the strictest rules judge the rest, so that nothing is read as development

        var debug = reader.Read(SettingsTable.Debug, environment);
        var settings = new QgpSettings
        {
            Environment = environment,
            Database = reader.Read(SettingsTable.DatabaseUrl, environment)!,
            SecretKey = reader.Read(SettingsTable.SecretKey, environment)!,
            JwtSecretKey = reader.Read(SettingsTable.JwtSecretKey, environment)!,
            JwtAlgorithm = reader.Read(SettingsTable.JwtAlgorithm, environment)!,
            AccessTokenLifetime = TimeSpan.FromMinutes(reader.Read(SettingsTable.AccessTokenMinutes, environment)),
            RefreshTokenLifetime = TimeSpan.FromDays(reader.Read(SettingsTable.RefreshTokenDays, environment)),
            CorsOrigins = reader.Read(SettingsTable.CorsOrigins, environment)!,
            TrustedProxies = reader.Read(SettingsTable.TrustedProxies, environment)!,
            LogLevel = reader.Read(debug ? SettingsTable.LogLevelOfDebug : SettingsTable.LogLevel, environment),
            DatabaseEcho = reader.Read(SettingsTable.DatabaseEcho, environment),
            Debug = debug,
            AppName = reader.Read(SettingsTable.AppName, environment)!,
            Port = reader.Read(SettingsTable.Port, environment),
        };

        if (environment.IsGuarded() && settings.SecretKey is not null
            && string.Equals(settings.SecretKey, settings.JwtSecretKey, StringComparison.Ordinal))
        {
            reader.Add($"SECRET_KEY and JWT_SECRET_KEY are the same, so that one leak is two. {SecretRules.HowToGenerate}");
        }

        return reader.Problems.Count == 0 ? new(settings, []) : new(null, reader.Problems);
    }
}
