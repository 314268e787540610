using System.Net;
using System.Net.Sockets;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>Ports of this machine's own address.</summary>
public static class FreePort
{
    /// <summary>One that nobody listens on now. Whoever takes it next gets it, so it is to be used at once.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether somebody listens on it already.</summary>
    public static bool IsTaken(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return true;
        }
    }
}
