using System.Net;
using System.Net.Sockets;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>Ports on 127.0.0.1.</summary>
internal static class FreePort
{
    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static bool IsTaken(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
