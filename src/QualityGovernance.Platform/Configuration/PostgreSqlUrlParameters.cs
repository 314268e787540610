using System.Globalization;
using Npgsql;

namespace QualityGovernance.Platform.Configuration;

/// <summary>
/// The part behind the question mark. An unknown parameter is refused rather than dropped: a misspelt <c>sslmode</c> would
/// switch encryption off in silence. <c>host</c> and the like are refused so that the host judged is the host used.
/// </summary>
internal static class PostgreSqlUrlParameters
{
    private const string Known =
        "sslmode, ssl, sslrootcert, sslcert, sslkey, application_name, connect_timeout, command_timeout, pool_size, options, target_session_attrs";

    private const int LongestSeconds = 3600;

    /// <summary>Of one replica. A server that allows more at once is not run for one service.</summary>
    private const int MostConnections = 500;

    /// <returns>What is wrong, or null.</returns>
    public static string? Apply(NpgsqlConnectionStringBuilder connection, string query)
    {
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]).ToLowerInvariant();
            var value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..]);
            if (Apply(connection, name, value) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? Apply(NpgsqlConnectionStringBuilder connection, string name, string value)
    {
        switch (name)
        {
            case "sslmode" or "ssl":
                if (Mode(value) is not { } mode)
                    return $"has an {name} that is not one of disable, allow, prefer, require, verify-ca, verify-full.";
                connection.SslMode = mode;
                return null;
            case "sslrootcert":
                connection.RootCertificate = value;
                return null;
            case "sslcert":
                connection.SslCertificate = value;
                return null;
            case "sslkey":
                connection.SslKey = value;
                return null;
            case "application_name":
                connection.ApplicationName = value;
                return null;
            case "options":
                connection.Options = value;
                return null;
            case "connect_timeout":
                return Seconds(name, value, seconds => connection.Timeout = seconds);
            case "command_timeout":
                return Seconds(name, value, seconds => connection.CommandTimeout = seconds);
            case "pool_size":
                if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var connections) || connections is < 1 or > MostConnections)
                    return $"has a pool_size that is not a number of connections from 1 to {MostConnections}.";
                connection.MaxPoolSize = connections;
                return null;
            case "target_session_attrs":
                if (value is not ("any" or "primary" or "standby" or "prefer-primary" or "prefer-standby" or "read-write" or "read-only"))
                    return "has a target_session_attrs that is not one of any, primary, standby, prefer-primary, prefer-standby, read-write, read-only.";
                connection.TargetSessionAttributes = value;
                return null;
            case "host" or "hostaddr" or "port" or "user" or "password" or "dbname":
                return $"has the parameter {name} behind the question mark. Put it in its place before that: {DatabaseUrl.Example}";
            default:
                return $"has an unknown parameter behind the question mark. Known are: {Known}.";
        }
    }

    /// <summary>The names of libpq, and the true and false that asyncpg takes for <c>ssl</c>.</summary>
    private static SslMode? Mode(string value) => value.ToLowerInvariant() switch
    {
        "disable" or "false" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" or "true" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => null,
    };

    private static string? Seconds(string name, string value, Action<int> set)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > LongestSeconds)
            return $"has a {name} that is not a whole number of seconds from 1 to {LongestSeconds}.";
        set(seconds);
        return null;
    }
}
