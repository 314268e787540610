using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace QualityGovernance.Platform.Http;

/// <summary>Where a request comes from, as far as whoever sends it can't choose: an IPv4 address in either of its forms, or the half of an IPv6 address that a subscriber is given.</summary>
public static class ClientNetwork
{
    private const int Length = 8; // bytes of an IPv6 address; the rest is the subscriber's to choose

    public static string Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var address = http.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, Length))
            : address?.ToString() ?? "unknown";
    }
}
