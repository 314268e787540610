using System.Net;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Who may say from where a request came. Nobody else is believed.</summary>
/// <param name="Networks">Addresses and ranges of addresses.</param>
/// <param name="Names">Names whose addresses are asked for anew while the service runs: a proxy that is exchanged gets another one.</param>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks, IReadOnlyList<string> Names)
{
    public static readonly TrustedProxies Nobody = new([], []);

    /// <summary>Half of the internet is no proxy.</summary>
    private const int ShortestPrefix = 8;

    private const string Remedy = "Write addresses, ranges or names, separated by commas: TRUSTED_PROXIES=10.0.0.5,192.168.7.0/24,proxy.internal";

    internal static Parsed<TrustedProxies> Read(string text, AppEnvironment environment)
    {
        var networks = new List<IPNetwork>();
        var names = new List<string>();
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(entry, out var address))
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(entry, out var network) && network.PrefixLength >= ShortestPrefix)
                networks.Add(network);
            else if (!entry.Contains('/') && Uri.CheckHostName(entry) == UriHostNameType.Dns)
                names.Add(entry);
            else
                return Parsed<TrustedProxies>.Wrong($"holds an entry that is neither an address, nor a range of at most a /{ShortestPrefix}, nor a name. {Remedy}");
        }

        return new TrustedProxies(networks, names);
    }
}
