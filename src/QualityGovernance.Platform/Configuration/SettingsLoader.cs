using Microsoft.Extensions.Configuration;
using QualityGovernance.Platform.Configuration.KeyVault;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Turns a configuration into checked settings, or into the whole list of what is wrong with it.</summary>
public static class SettingsLoader
{
    public static SettingsResult Load(IConfiguration configuration) => Load(configuration, address => AzureVault.Open(address));

    /// <param name="configuration">What was given.</param>
    /// <param name="openVault">Opens the vault that secrets are named in; not called where none is.</param>
    internal static SettingsResult Load(IConfiguration configuration, Func<VaultAddress, ISecretVault> openVault)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var vault = new VaultReading(openVault);
        var reader = new SettingsReader(configuration, vault);

        var environment = reader.Read(SettingsTable.AppEnv, AppEnvironment.Production);
        if (reader.IsWrong(SettingsTable.AppEnv))
            environment = AppEnvironment.Production; // the strictest rules judge the rest, so that nothing is read as development

        var vaultUri = reader.Read(SettingsTable.KeyVaultUri, environment);
        var vaultClient = reader.Read(SettingsTable.KeyVaultClientId, environment);
        vault.IsWrong = reader.IsWrong(SettingsTable.KeyVaultUri) || reader.IsWrong(SettingsTable.KeyVaultClientId);
        vault.Address = vaultUri is null ? null : new VaultAddress(vaultUri, vaultClient);

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
            RequestsPerMinute = reader.Read(SettingsTable.RequestsPerMinute, environment),
            RiskMatrix = reader.Read(SettingsTable.RiskMatrix, environment)!,
            LogLevel = reader.Read(debug ? SettingsTable.LogLevelOfDebug : SettingsTable.LogLevel, environment),
            DatabaseEcho = reader.Read(SettingsTable.DatabaseEcho, environment),
            Debug = debug,
            AppName = reader.Read(SettingsTable.AppName, environment)!,
            Port = reader.Read(SettingsTable.Port, environment),
            ListenAddress = reader.Read(SettingsTable.ListenAddress, environment),
        };

        if (environment.IsGuarded() && settings.SecretKey is not null
            && string.Equals(settings.SecretKey, settings.JwtSecretKey, StringComparison.Ordinal))
        {
            reader.Add($"SECRET_KEY and JWT_SECRET_KEY are the same, so that one leak is two. {SecretRules.HowToGenerate}");
        }

        return reader.Problems.Count == 0 ? new(settings, []) : new(null, reader.Problems);
    }
}
