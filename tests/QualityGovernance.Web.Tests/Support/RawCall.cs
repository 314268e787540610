using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>Bytes over a socket, as no HTTP library would send them.</summary>
internal static class RawCall
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <param name="address">Of the service.</param>
    /// <param name="request">Each character is one byte (Latin-1).</param>
    /// <returns>The whole answer; the service is asked to close the connection, or does so because it can't go on.</returns>
    public static async Task<(int Status, string Text)> SendAsync(Uri address, string request)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, limit.Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, limit.Token);
        var text = Encoding.UTF8.GetString(answer.ToArray());
        return (int.Parse(text.Split(' ', 3)[1], CultureInfo.InvariantCulture), text);
    }
}
