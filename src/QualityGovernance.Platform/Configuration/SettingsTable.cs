using System.Net;
using Microsoft.Extensions.Logging;
using QualityGovernance.Platform.Configuration.KeyVault;

namespace QualityGovernance.Platform.Configuration;

/// <summary>The settings, once: read by the loader, printed by <c>describe-config</c>, shown in the documentation.</summary>
public static class SettingsTable
{
    internal static readonly Setting<AppEnvironment> AppEnv = new(
        "APP_ENV", "development", "Exactly one of development, testing, staging, production.")
    {
        Read = (text, _) => SettingValues.Environment(text),
        Absent = _ => AppEnvironment.Development,
        EmptyIsAValue = true,
    };

    internal static readonly Setting<DatabaseSettings> DatabaseUrl = new(
        "DATABASE_URL",
        "development: sqlite:///data/qgp.db; required elsewhere",
        "postgresql://user:password@host:port/database?sslmode=require (also postgres://, postgresql+asyncpg://, postgresql+psycopg2://; "
        + "special characters percent-encoded) or sqlite:///path. Staging and production refuse SQLite and every spelling of this machine as the host.",
        HoldsSecret: true)
    {
        Read = Configuration.DatabaseUrl.Read,
        Absent = Configuration.DatabaseUrl.Absent,
    };

    internal static readonly Setting<string> SecretKey = new(
        "SECRET_KEY", "development: a placeholder; required elsewhere", KeyRule, HoldsSecret: true)
    {
        Read = SecretRules.Read,
        Absent = environment => SecretRules.Absent(environment, SecretRules.DevelopmentSecretKey),
    };

    internal static readonly Setting<string> JwtSecretKey = new(
        "JWT_SECRET_KEY", "development: a placeholder; required elsewhere", KeyRule, HoldsSecret: true)
    {
        Read = SecretRules.Read,
        Absent = environment => SecretRules.Absent(environment, SecretRules.DevelopmentJwtSecretKey),
    };

    internal static readonly Setting<Uri?> KeyVaultUri = new(
        "KEY_VAULT_URI", "none", "https://name.vault.azure.net, the Azure Key Vault whose secrets are named by DATABASE_URL_VAULT and the like. It is asked only where one of them is given.")
    {
        Read = (text, _) => VaultAddress.ReadUri(text)!,
        Absent = _ => default,
    };

    internal static readonly Setting<Guid?> KeyVaultClientId = new(
        "KEY_VAULT_CLIENT_ID", "the machine's own identity", "The client id of the user-assigned managed identity that reads the vault.")
    {
        Read = (text, _) => VaultAddress.ReadClientId(text),
        Absent = _ => default,
    };

    internal static readonly Setting<string> JwtAlgorithm = new("JWT_ALGORITHM", "HS256", "HS256, the one algorithm that tokens are signed with.")
    {
        Read = (text, _) => text.Trim() == "HS256" ? "HS256" : Parsed<string>.Wrong("is not supported. Set JWT_ALGORITHM=HS256, or leave it out."),
        Absent = _ => "HS256",
    };

    internal static readonly Setting<int> AccessTokenMinutes = new(
        "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "30", "Minutes, a positive whole number up to 525600 (a year).")
    {
        Read = (text, _) => SettingValues.WholeNumber(text, 1, 525_600, "minutes"),
        Absent = _ => 30,
    };

    internal static readonly Setting<int> RefreshTokenDays = new(
        "JWT_REFRESH_TOKEN_EXPIRE_DAYS", "7", "Days, a positive whole number up to 3650 (ten years).")
    {
        Read = (text, _) => SettingValues.WholeNumber(text, 1, 3650, "days"),
        Absent = _ => 7,
    };

    internal static readonly Setting<IReadOnlyList<string>> CorsOrigins = new(
        "CORS_ORIGINS", "none", "Origins such as https://app.example.com, separated by commas or as a JSON array. Production refuses *.")
    {
        Read = Configuration.CorsOrigins.Read,
        Absent = _ => Array.Empty<string>(),
    };

    internal static readonly Setting<TrustedProxies> TrustedProxies = new(
        "TRUSTED_PROXIES", "none", "Addresses, ranges such as 10.0.7.0/24 and names of the proxies in front, separated by commas. Only they are believed when they say from where a request came.")
    {
        Read = Configuration.TrustedProxies.Read,
        Absent = _ => Configuration.TrustedProxies.Nobody,
    };

    internal static readonly Setting<int> RequestsPerMinute = new(
        "RATE_LIMIT_PER_MINUTE", "6000", "Requests a minute that one replica takes from one user, or from one address without a login; 0 for no limit. Health is never limited, failed logins always.")
    {
        Read = (text, _) => SettingValues.WholeNumber(text, 0, 1_000_000, "requests a minute"),
        Absent = _ => 6000,
    };

    internal static readonly Setting<RiskMatrix> RiskMatrix = new("RISK_MATRIX", RiskMatrixText.Default, "How risks are rated: steps of likelihood x steps of impact (2 to 10 each), "
        + "then each level as name:score it begins at:colour, by rising score from 1, separated by commas.")
    {
        Read = (text, _) => RiskMatrixText.Read(text),
        Absent = _ => RiskMatrixText.Read(RiskMatrixText.Default),
    };

    internal static readonly Setting<LogLevel> LogLevel = new("LOG_LEVEL", "INFO", "A level of Python (DEBUG, INFO, WARNING, ERROR, CRITICAL) "
        + "or of .NET (Trace, Debug, Information, Warning, Error, Critical, None), in any case.")
    {
        Read = (text, _) => SettingValues.Level(text),
        Absent = _ => Microsoft.Extensions.Logging.LogLevel.Information,
    };

    /// <summary><c>DEBUG</c> moves the default of <c>LOG_LEVEL</c> and nothing else.</summary>
    internal static readonly Setting<LogLevel> LogLevelOfDebug = LogLevel with { Absent = _ => Microsoft.Extensions.Logging.LogLevel.Debug };

    internal static readonly Setting<bool> DatabaseEcho = new("DATABASE_ECHO", "false", "true or false. Logs SQL statements without their values.")
    {
        Read = (text, _) => SettingValues.Switch(text),
        Absent = _ => false,
    };

    internal static readonly Setting<bool> Debug = new("DEBUG", "false", "true or false. Makes DEBUG the default of LOG_LEVEL; answers stay the same.")
    {
        Read = (text, _) => SettingValues.Switch(text),
        Absent = _ => false,
    };

    internal static readonly Setting<string> AppName = new("APP_NAME", DefaultAppName, "The name shown in the OpenAPI document, up to 100 characters.")
    {
        Read = (text, _) => SettingValues.Name(text),
        Absent = _ => DefaultAppName,
    };

    internal static readonly Setting<int> Port = new("PORT", "8000", "The TCP port to listen on, 1 to 65535.")
    {
        Read = (text, _) => SettingValues.WholeNumber(text, 1, 65_535, "the TCP port"),
        Absent = _ => DefaultPort,
    };

    internal static readonly Setting<IPAddress?> ListenAddress = new(
        "LISTEN_ADDRESS", "every address", "The IP address to listen on: 127.0.0.1 or ::1 for this machine alone, 0.0.0.0 or :: for every address of the kind. A container has to listen on every address.")
    {
        Read = (text, _) => Configuration.ListenAddress.Read(text),
        Absent = _ => default,
    };

    /// <summary>Where the service listens, and where its health probe looks, unless <c>PORT</c> says otherwise.</summary>
    public const int DefaultPort = 8000;

    private const string DefaultAppName = "Quality Governance Platform";

    private const string KeyRule =
        "Staging and production refuse an empty key, one under 32 bytes, a known placeholder, and SECRET_KEY equal to JWT_SECRET_KEY. Generate each with: openssl rand -base64 48";

    /// <summary>In the order in which they are documented and reported.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        AppEnv, DatabaseUrl, SecretKey, JwtSecretKey, KeyVaultUri, KeyVaultClientId, JwtAlgorithm, AccessTokenMinutes, RefreshTokenDays, CorsOrigins, TrustedProxies,
        RequestsPerMinute, RiskMatrix, LogLevel, DatabaseEcho, Debug, AppName, Port, ListenAddress,
    ];
}
