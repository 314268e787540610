using System.Net;

namespace QualityGovernance.Platform.Configuration;

/// <summary>Which address of the machine the service answers on.</summary>
public static class ListenAddress
{
    private const string Problem = "is not one IP address. Set one without a port, such as 127.0.0.1 for this machine alone or 0.0.0.0 for every IPv4 address, or leave it out for every address.";

    /// <summary>Where a program on the same machine finds the service.</summary>
    /// <param name="text">As it was given; nothing where it was not.</param>
    /// <returns>Null where the text is no address.</returns>
    public static IPAddress? Local(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return IPAddress.Loopback;
        return Read(text) switch
        {
            { Problem: not null } => null,
            { Value: var address } when IPAddress.Any.Equals(address) || IPAddress.IPv6Any.Equals(address) => IPAddress.Loopback,
            { Value: var address } => address,
        };
    }

    /// <summary>The library also reads what inet_aton reads (<c>1</c>, <c>0x7f.1</c>), and passes over a port or a prefix: neither is what somebody meant.</summary>
    internal static Parsed<IPAddress?> Read(string text)
    {
        var trimmed = text.Trim();
        return !trimmed.AsSpan().ContainsAny('[', ']', '/') && IPAddress.TryParse(trimmed, out var address) && (trimmed.Contains(':') || address.ToString() == trimmed)
            ? address
            : Parsed<IPAddress?>.Wrong(Problem);
    }
}
