using System.Net;
using System.Net.Sockets;

namespace QualityGovernance.EndToEnd.Tests.Machines;

/// <summary>Makes a port of another machine one of this: whoever deploys on a machine finds what it publishes at 127.0.0.1.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TcpListener listener;
    private readonly Task work;

    public TcpRelay(int port, string address)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        work = AcceptAsync(IPAddress.Parse(address), port);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await work;
        stopping.Dispose();
    }

    private async Task AcceptAsync(IPAddress address, int port)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                _ = RelayAsync(await listener.AcceptTcpClientAsync(stopping.Token), address, port);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>What happens to one side of a connection happens to the other; what that means is for its clients to say.</summary>
    private async Task RelayAsync(TcpClient client, IPAddress address, int port)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(address, port, stopping.Token);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            near.Client.Close(0);
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), stopping.Token);
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            to.Client.Close(0);
        }
    }
}
