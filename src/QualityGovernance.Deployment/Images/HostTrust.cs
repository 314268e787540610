using System.Security.Cryptography;
using System.Text;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Images;

/// <summary>The certificate authorities that this host trusts. A company that inspects TLS has one of its own among them, without which nothing can be restored.</summary>
/// <param name="Bundle">All of them in PEM, or null where the host has no bundle.</param>
/// <param name="HasOwn">Whether somebody added to what the operating system ships.</param>
public sealed record HostTrust(string? Bundle, bool HasOwn)
{
    private const string SystemBundle = "/etc/ssl/certs/ca-certificates.crt";
    private const string Added = "/usr/local/share/ca-certificates";

    /// <summary>Short, and different when another authority comes in.</summary>
    public string Fingerprint => Bundle is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Bundle)))[..12];

    /// <param name="machine">The host.</param>
    /// <param name="bundleFile">What SSL_CERT_FILE says, where it is set: it wins over the system's bundle, as it does for OpenSSL.</param>
    public static HostTrust Of(IMachine machine, string? bundleFile)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var bundle = (bundleFile is { Length: > 0 } ? machine.ReadText(bundleFile) : null) ?? machine.ReadText(SystemBundle);
        var own = machine.Files(Added, "*.crt").Count > 0 || (bundleFile is { Length: > 0 } && bundleFile != SystemBundle);
        return new HostTrust(bundle, own && bundle is not null);
    }
}
