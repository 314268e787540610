using System.Net;
using System.Net.Sockets;

namespace QualityGovernance.Platform.Tests.Support;

internal static class FreePort
{
    /// <summary>One that nobody listens on at this moment.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
