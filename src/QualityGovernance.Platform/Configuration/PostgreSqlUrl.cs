using System.Globalization;
using Npgsql;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Reads what follows <c>postgresql://</c>.</summary>
internal static class PostgreSqlUrl
{
    private const int DefaultPort = 5432;

    /// <summary>Twice as many replicas as usual, old and new ones beside each other, stay below the 100 connections that a server allows by default.</summary>
    private const int PoolSize = 20;

    private const string Encode = "Percent-encode special characters in the user and the password (@ is %40, / is %2F, # is %23, ? is %3F)";

    public static Parsed<DatabaseSettings> Read(string rest, AppEnvironment environment)
    {
        var authorityEnd = rest.AsSpan().IndexOfAny('/', '?', '#');
        var authority = authorityEnd < 0 ? rest : rest[..authorityEnd];
        var tail = authorityEnd < 0 ? "" : rest[authorityEnd..];
        // An @ behind the authority means that a raw / ? or # inside the password cut it short.
        if (tail.Contains('@') || tail.Contains('#'))
            return Wrong($"cannot be split into its parts. {Encode}: {DatabaseUrl.Example}");

        var at = authority.LastIndexOf('@');
        var servers = Servers(authority[(at + 1)..]);
        if (servers.Problem is { } problem)
            return Wrong(problem);
        if (environment.IsGuarded() && servers.Value!.Exists(server => ThisMachine.IsNamedBy(server.Host)))
        {
            return Wrong($"names this machine as the database host, which {environment.ToSettingValue()} refuses. "
                + $"Name the host of the database server: {DatabaseUrl.Example}");
        }

        // Kerberos is not among the ways to log in here, and asking for it loads a library that lean images do not have.
        var connection = new NpgsqlConnectionStringBuilder { ApplicationName = "quality-governance", GssEncryptionMode = GssEncryptionMode.Disable, MaxPoolSize = PoolSize };
        SetServers(connection, servers.Value!);
        if (at >= 0)
            SetCredentials(connection, authority[..at]);

        var question = tail.IndexOf('?');
        var path = question < 0 ? tail : tail[..question];
        var database = Uri.UnescapeDataString(path.Trim('/'));
        if (database.Length == 0)
            return Wrong($"names no database. Write its name behind the host: {DatabaseUrl.Example}");
        connection.Database = database;

        if (question >= 0 && PostgreSqlUrlParameters.Apply(connection, tail[(question + 1)..]) is { } wrong)
            return Wrong(wrong);

        return new DatabaseSettings(DatabaseProvider.PostgreSql, connection.ConnectionString, connection.Host, database)
        {
            Password = connection.Password,
        };
    }

    private static void SetServers(NpgsqlConnectionStringBuilder connection, List<Server> servers)
    {
        if (servers is [var only])
        {
            connection.Host = only.Host;
            connection.Port = only.Port;
            return;
        }

        connection.Host = string.Join(',', servers.Select(s => s.Host.Contains(':') ? $"[{s.Host}]:{s.Port}" : $"{s.Host}:{s.Port}"));
    }

    private static void SetCredentials(NpgsqlConnectionStringBuilder connection, string credentials)
    {
        var colon = credentials.IndexOf(':');
        connection.Username = Uri.UnescapeDataString(colon < 0 ? credentials : credentials[..colon]);
        if (colon >= 0)
            connection.Password = Uri.UnescapeDataString(credentials[(colon + 1)..]);
    }

    private static Parsed<List<Server>> Servers(string text)
    {
        var servers = new List<Server>();
        foreach (var part in text.Split(','))
        {
            var server = ReadServer(part);
            if (server.Problem is { } problem)
                return Parsed<List<Server>>.Wrong(problem);
            servers.Add(server.Value!);
        }

        return servers;
    }

    private static Parsed<Server> ReadServer(string text)
    {
        var bracket = text.StartsWith('[') ? text.IndexOf(']') : -1;
        if (text.StartsWith('[') && bracket < 0)
            return Parsed<Server>.Wrong($"has an IPv6 host without its closing bracket. Write it as [2001:db8::1]: {DatabaseUrl.Example}");

        var colon = bracket >= 0 ? text.IndexOf(':', bracket) : text.IndexOf(':');
        var host = colon < 0 ? text : text[..colon];
        if (bracket >= 0 && host.Length != bracket + 1)
            return Parsed<Server>.Wrong($"has text between its IPv6 host and the port. Write it as [2001:db8::1]:5432: {DatabaseUrl.Example}");

        var port = DefaultPort;
        if (colon >= 0 && colon + 1 < text.Length
            && (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            return Parsed<Server>.Wrong($"has a port that is not a number from 1 to 65535. Correct it; if the password holds a special character, percent-encode that: {DatabaseUrl.Example}");
        }

        host = Uri.UnescapeDataString(host.Trim('[', ']'));
        if (!IsHost(host))
            return Parsed<Server>.Wrong($"has a host with characters that no host name has. {Encode}: {DatabaseUrl.Example}");
        return new Server(host.Length == 0 ? "localhost" : host, port);
    }

    /// <summary>A name, an IPv4 or IPv6 address, or the folder of a local socket.</summary>
    private static bool IsHost(string host) =>
        host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '%' or '/');

    private static Parsed<DatabaseSettings> Wrong(string problem) => Parsed<DatabaseSettings>.Wrong(problem);

    private sealed record Server(string Host, int Port);
}
