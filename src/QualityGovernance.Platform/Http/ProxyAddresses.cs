using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Http;

/// <summary>The addresses of the proxies that are trusted now.</summary>
internal sealed class ProxyAddresses(QgpSettings settings, TimeProvider clock, ILogger<ProxyAddresses> log) : IDisposable
{
    /// <summary>How old an answer of the name server may be.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Somebody who is not known may be a proxy that was exchanged just now; asking for every such request would be a gift to whoever sends many.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim asking = new(1);
    private volatile Answer last = new(new HashSet<IPAddress>(), null);

    public async ValueTask<bool> IsTrustedAsync(IPAddress? peer, CancellationToken cancellation)
    {
        if (peer is null)
            return false;
        if (peer.IsIPv4MappedToIPv6)
            peer = peer.MapToIPv4();
        if (settings.TrustedProxies.Networks.Any(network => network.Contains(peer)))
            return true;
        if (settings.TrustedProxies.Names.Count == 0)
            return false;
        if (IsOlderThan(Fresh) || (!last.Addresses.Contains(peer) && IsOlderThan(AskAgain)))
            await AskAsync(cancellation);
        return last.Addresses.Contains(peer);
    }

    public void Dispose() => asking.Dispose();

    private bool IsOlderThan(TimeSpan age) => last.At is not { } at || clock.GetElapsedTime(at) > age;

    private async Task AskAsync(CancellationToken cancellation)
    {
        await asking.WaitAsync(cancellation);
        try
        {
            if (!IsOlderThan(AskAgain))
                return; // somebody else has asked meanwhile
            var addresses = new HashSet<IPAddress>();
            foreach (var name in settings.TrustedProxies.Names)
                addresses.UnionWith(await ResolveAsync(name, cancellation));
            last = new Answer(addresses, clock.GetTimestamp());
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>A proxy that cannot be found is not trusted; the requests that it hands on are served all the same.</summary>
    private async Task<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellation)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            return await Dns.GetHostAddressesAsync(name, patience.Token);
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            log.LogWarning("The trusted proxy {Proxy} has no address: {Reason}", name, e.Message);
            return [];
        }
    }

    private sealed record Answer(IReadOnlySet<IPAddress> Addresses, long? At);
}
