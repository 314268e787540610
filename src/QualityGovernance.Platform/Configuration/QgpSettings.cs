using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Every setting of the service, checked. Made by <see cref="SettingsLoader"/> only.</summary>
public sealed record QgpSettings
{
    public required AppEnvironment Environment { get; init; }

    public required DatabaseSettings Database { get; init; }

    public required string SecretKey { get; init; }

    public required string JwtSecretKey { get; init; }

    public required string JwtAlgorithm { get; init; }

    public required TimeSpan AccessTokenLifetime { get; init; }

    public required TimeSpan RefreshTokenLifetime { get; init; }

    public required IReadOnlyList<string> CorsOrigins { get; init; }

    public required TrustedProxies TrustedProxies { get; init; }

    /// <summary>Of one user or address, at one replica; 0 for no limit.</summary>
    public required int RequestsPerMinute { get; init; }

    public required RiskMatrix RiskMatrix { get; init; }

    public required LogLevel LogLevel { get; init; }

    /// <summary>Logs every SQL statement, without its parameter values.</summary>
    public required bool DatabaseEcho { get; init; }

    /// <summary>Logs at the debug level unless <c>LOG_LEVEL</c> says otherwise.</summary>
    public required bool Debug { get; init; }

    public required string AppName { get; init; }

    public required int Port { get; init; }

    /// <summary>Null for every address of the machine.</summary>
    public required IPAddress? ListenAddress { get; init; }

    /// <summary>
    /// The key that signs tokens. Only development and testing accept a <c>JWT_SECRET_KEY</c> under 32 bytes, which the
    /// signing library refuses; its hash stands in there, so that a placeholder starts and logs in.
    /// </summary>
    public byte[] JwtSigningKey()
    {
        var bytes = Encoding.UTF8.GetBytes(JwtSecretKey);
        return bytes.Length < SecretRules.LeastBytes ? SHA256.HashData(bytes) : bytes;
    }

    /// <summary>What must never appear in a log or an answer.</summary>
    public IReadOnlyList<string> Secrets =>
        [SecretKey, JwtSecretKey, .. Database.Password is { Length: > 0 } password ? new[] { password } : []];

    /// <summary>Safe to print: no secrets.</summary>
    public override string ToString() => $"{Environment.ToSettingValue()}, {Database}, port {Port} of {ListenAddress?.ToString() ?? "every address"}";
}
