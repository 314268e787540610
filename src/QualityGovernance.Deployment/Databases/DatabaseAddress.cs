using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>A PostgreSQL database as its tools are told it. Nothing that shows it shows the password.</summary>
/// <param name="Host">As it is called on the network of the tools.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Database">Its name.</param>
/// <param name="User">Who works on it; for a restore, somebody who may create databases.</param>
/// <param name="Password">Of that user.</param>
public sealed record DatabaseAddress(string Host, int Port, string Database, string User, string Password)
{
    /// <summary>As libpq names it: disable, allow, prefer, require, verify-ca or verify-full.</summary>
    public string SslMode { get; init; } = "prefer";

    /// <summary>Reads the form in which the service takes it: <c>postgresql://user:password@host:port/database?sslmode=require</c>.</summary>
    /// <exception cref="DeploymentException">It is not of that form; the message holds nothing of it.</exception>
    public static DatabaseAddress Parse(string url, SecretMask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !uri.Scheme.StartsWith("postgres", StringComparison.Ordinal)
            || uri.UserInfo.Split(':') is not [{ Length: > 0 } user, var password] || uri.AbsolutePath.Trim('/') is not { Length: > 0 } database)
        {
            throw new DeploymentException("The address of the database is not of the form postgresql://user:password@host:port/database.");
        }

        var mode = uri.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith("sslmode=", StringComparison.Ordinal));
        var address = new DatabaseAddress(uri.Host, uri.Port > 0 ? uri.Port : 5432, Uri.UnescapeDataString(database), Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        mask.Register(address.Password);
        return mode is null ? address : address with { SslMode = mode["sslmode=".Length..] };
    }

    public override string ToString() => $"{Database} on {Host}:{Port}";

    /// <summary>For the tools, by the names that libpq gives them. The password is not among them.</summary>
    internal IReadOnlyDictionary<string, string> Variables() => new Dictionary<string, string>
    {
        ["PGHOST"] = Host,
        ["PGPORT"] = $"{Port}",
        ["PGDATABASE"] = Database,
        ["PGUSER"] = User,
        ["PGSSLMODE"] = SslMode,
        ["PGCONNECT_TIMEOUT"] = "15",
    };

    /// <summary>The line of a password file (PostgreSQL documentation, 34.16), good for every database of the server.</summary>
    internal string PasswordLine() => string.Join(':', new[] { Host, $"{Port}", "*", User, Password }.Select(part => part.Replace("\\", "\\\\").Replace(":", "\\:"))) + "\n";
}
