using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace QualityGovernance.Platform.Http;

/// <summary>How the server listens.</summary>
internal static class Listening
{
    /// <summary>The largest body that is read, in bytes: the longest text of any operation several times over.</summary>
    public const long LargestBody = 1024 * 1024;

    /// <param name="builder">Of the server.</param>
    /// <param name="address">Null for every address of the machine.</param>
    /// <param name="port">The one there.</param>
    public static void ListenOn(this WebApplicationBuilder builder, IPAddress? address, int port)
    {
        // Base images set ports of their own; PORT and LISTEN_ADDRESS are what counts.
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.HttpsPortsKey, "");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            if (address is null)
                kestrel.ListenAnyIP(port);
            else
                kestrel.Listen(address, port);
        });
    }
}
