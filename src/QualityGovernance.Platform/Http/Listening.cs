using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace QualityGovernance.Platform.Http;

/// <summary>How the server listens.</summary>
internal static class Listening
{
    /// <summary>The largest body that is read, in bytes: the longest text of any operation several times over.</summary>
    public const long LargestBody = 1024 * 1024;

    public static void ListenOn(this WebApplicationBuilder builder, int port)
    {
        // Base images set ports of their own; PORT is the one setting that counts.
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "");
        builder.WebHost.UseSetting(WebHostDefaults.HttpsPortsKey, "");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.ListenAnyIP(port);
        });
    }
}
