using System.Net;
using System.Net.Sockets;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Recognises every spelling of the machine, or the container host, that the process itself runs on.</summary>
internal static class ThisMachine
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "localhost", "localhost.localdomain", "localhost4", "localhost6", "localhost4.localdomain4", "localhost6.localdomain6",
        "ip6-localhost", "ip6-loopback", "loopback",
        "host.docker.internal", "gateway.docker.internal", "kubernetes.docker.internal", "docker.for.mac.host.internal",
        "docker.for.win.host.internal", "host.containers.internal", "host.lima.internal", "host.rancher-desktop.internal",
    };

    /// <param name="host">A name or an address, decoded; empty or a path means the local socket.</param>
    public static bool IsNamedBy(string host)
    {
        var name = host.Trim().Trim('[', ']').TrimEnd('.');
        if (name.Length == 0 || name[0] is '/' or '@')
            return true;
        if (Names.Contains(name) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return true;

        if (name.Contains(':') && name.IndexOf('%') is var zone and > 0)
            name = name[..zone];

        // Also reads what inet_aton reads: 127.1, 2130706433, 0x7f.1, 0177.0.0.1.
        return IPAddress.TryParse(name, out var address) && IsLoopbackOrAny(address);
    }

    private static bool IsLoopbackOrAny(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return bytes[0] is 127 or 0;

        if (!bytes.AsSpan(0, 10).ContainsAnyExcept((byte)0))
        {
            // ::ffff:a.b.c.d and the older ::a.b.c.d carry an IPv4 address; :: and ::1 fall under the second.
            var carriesIpv4 = bytes[10] == bytes[11] && bytes[10] is 0 or 255;
            return carriesIpv4 && bytes[12] is 127 or 0;
        }

        ReadOnlySpan<byte> nat64 = [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
        return bytes.AsSpan(0, 12).SequenceEqual(nat64) && bytes[12] is 127 or 0;
    }
}
